import { ORDER_KINDS, type CaseDetail, type OrderRow } from '@lianban/contracts';
import { App, Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useNow } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useDraftOrder } from '../api/orders.js';
import { type FirstWords, firstWords } from '../first-words.js';

interface DraftFormProps {
  readonly file: CaseDetail;
  /** To be addressed; the one that holds the case where none was chosen. */
  readonly office: string | undefined;
}

const WORDS = [
  ['subject', 120],
  ['facts', 2000],
  ['demand', 2000],
] as const satisfies readonly (readonly [keyof FirstWords, number])[];

/** The form begins with what the case says; what the drafter has changed stays. */
export function DraftForm({ file, office: given }: DraftFormProps) {
  const { t } = useTranslation();
  const text = useText2();
  const now = useNow();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const id = useId();
  const draft = useDraftOrder();
  const open = file.tasks.filter(({ status }) => status === 'open');
  const late = open.find(({ mark }) => mark === 'overdue') ?? open[0];
  const [kind, setKind] = useState<OrderRow['kind']>('supervision-order');
  const [office, setOffice] = useState(given ?? late?.office.id);
  const [own, setOwn] = useState<Partial<FirstWords>>({});
  const [answerWithin, setAnswerWithin] = useState(3);
  const [isChecked, setChecked] = useState(false);
  const held = open.find((task) => task.office.id === office);
  const words: FirstWords = { ...firstWords(kind, file, held, now), ...own };
  const offices = new Map([...open, ...file.tasks].map(({ office: of }) => [of.id, text(of.name)]));
  const lacks = (name: keyof FirstWords): boolean => isChecked && words[name].trim() === '';
  const send = (): void => {
    setChecked(true);
    if (office === undefined || WORDS.some(([name]) => words[name].trim() === '') || draft.isPending) return;
    draft.mutate(
      {
        kind,
        caseId: file.id,
        office,
        subject: words.subject.trim(),
        facts: words.facts.trim(),
        demand: words.demand.trim(),
        ...(kind === 'criticism' ? {} : { answerWithin }),
      },
      {
        onSuccess: ({ orderId }) => {
          void message.success(t('orders.draft.done'));
          void navigate(`/orders/${orderId}`);
        },
      },
    );
  };
  return (
    <Form layout="vertical" component="div" className="order-draft">
      <Form.Item label={t('orders.draft.kind')} extra={t(`orders.draft.means.${kind}`)}>
        <Radio.Group
          aria-label={t('orders.draft.kind')}
          value={kind}
          onChange={({ target }) => setKind(target.value as OrderRow['kind'])}
          options={ORDER_KINDS.map((one) => ({ value: one, label: t(`orders.kind.${one}`) }))}
        />
      </Form.Item>
      <Form.Item
        label={t('orders.draft.office')}
        htmlFor={`${id}office`}
        required
        {...(isChecked && office === undefined
          ? { validateStatus: 'error' as const, help: t('orders.needed') }
          : {})}
      >
        <Select
          id={`${id}office`}
          value={office ?? null}
          onChange={(next: string) => setOffice(next)}
          options={[...offices].map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      {WORDS.map(([name, maxLength]) => (
        <Form.Item
          key={name}
          label={t(`orders.draft.${name}`)}
          htmlFor={`${id}${name}`}
          required
          {...(lacks(name) ? { validateStatus: 'error' as const, help: t('orders.needed') } : {})}
        >
          <Input.TextArea
            id={`${id}${name}`}
            lang="zh-CN"
            maxLength={maxLength}
            autoSize={{ minRows: name === 'subject' ? 1 : 3, maxRows: 10 }}
            value={words[name]}
            aria-invalid={lacks(name)}
            onChange={({ target }) =>
              setOwn({
                ...own,
                [name]: name === 'subject' ? target.value.replaceAll('\n', '') : target.value,
              })
            }
          />
        </Form.Item>
      ))}
      {kind !== 'criticism' && (
        <Form.Item
          label={t('orders.field.answerWithin')}
          htmlFor={`${id}days`}
          required
          extra={t('orders.draft.fromService')}
        >
          <InputNumber
            id={`${id}days`}
            min={1}
            max={60}
            precision={0}
            value={answerWithin}
            onChange={(days) => setAnswerWithin(days ?? 1)}
          />
        </Form.Item>
      )}
      {draft.error !== null && <ProblemAlert error={draft.error} />}
      <div className="row">
        <Button type="primary" loading={draft.isPending} onClick={send}>
          {t('orders.draft.save')}
        </Button>
        <span className="quiet">{t('orders.draft.consequence')}</span>
      </div>
    </Form>
  );
}
