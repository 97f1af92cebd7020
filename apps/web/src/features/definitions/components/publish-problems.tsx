import type { Problem } from '@lianban/contracts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProcessXml } from '../../diagram/process-xml.js';

export type PublishProblem = NonNullable<Problem['errors']>[number];

interface PublishProblemsProps {
  readonly problems: readonly PublishProblem[];
  /** How many there are; the first of them are told. */
  readonly found: number;
  readonly process: ProcessXml | undefined;
  readonly selected: PublishProblem | undefined;
  readonly onSelect: (problem: PublishProblem) => void;
}

/** What the server found when it refused. */
export function PublishProblems({ found, ...list }: PublishProblemsProps) {
  const { t } = useTranslation();
  const told = list.problems.length;
  return (
    <div className="stack">
      <Alert
        role="alert"
        type="error"
        showIcon
        title={t('definitions.refused', { count: Math.max(found, told) })}
        description={
          found > told
            ? `${t('definitions.refusedNext')} ${t('definitions.firstOnly', { count: told })}`
            : t('definitions.refusedNext')
        }
      />
      <ProblemList {...list} />
    </div>
  );
}

/** Each problem with its place; choosing one shows the element in the diagram and its lines in the file. */
export function ProblemList({ problems, process, selected, onSelect }: Omit<PublishProblemsProps, 'found'>) {
  const { t, i18n } = useTranslation();
  const meaning = (code = ''): string => {
    const key = `definitions.check.${code.replaceAll('.', '_')}`;
    return i18n.exists(key) ? t(key) : '';
  };
  const sentence = ({ message, zh }: PublishProblem): { text: string; lang: string } =>
    zh !== undefined && i18n.language.startsWith('zh')
      ? { text: zh, lang: 'zh-CN' }
      : { text: message, lang: 'en' };
  const place = ({ elementId, line }: PublishProblem): string =>
    [
      elementId === undefined ? '' : process?.elements.get(process.ownerOf(elementId))?.name,
      elementId,
      line === undefined ? '' : t('definitions.lineNo', { no: line }),
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
  /** The steps on the way, by name; flows are drawn and need no words. */
  const way = ({ way: passed = [] }: PublishProblem): string =>
    passed.flatMap((id) => process?.elements.get(id)?.name || []).join(' → ');
  return (
    <ol className="publish-problems">
      {problems.map((problem) => (
        <li key={`${problem.code ?? ''}${problem.elementId ?? ''}${problem.message}`}>
          <button type="button" aria-pressed={problem === selected} onClick={() => onSelect(problem)}>
            <b>{meaning(problem.code) || sentence(problem).text}</b>
            {meaning(problem.code) !== '' && (
              <span lang={sentence(problem).lang}>{sentence(problem).text}</span>
            )}
            <span className="quiet">{place(problem)}</span>
            {way(problem) !== '' && (
              <span className="quiet">{t('definitions.way', { way: way(problem) })}</span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
