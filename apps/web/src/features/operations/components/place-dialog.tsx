import type { CaseTokens } from '@lianban/contracts';
import { Form, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ActDialog } from '../../acts/components/act-dialog.js';
import type { CaseToken } from '../api/operations.js';

interface PlaceDialogProps {
  readonly tokens: CaseTokens;
  /** 跳转: the token that moves; absent: a new one is inserted. */
  readonly token?: CaseToken;
  readonly onClose: () => void;
}

export function PlaceDialog({ tokens, token, onClose }: PlaceDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const targetId = useId();
  const [node, setNode] = useState<string>();
  const act = token === undefined ? 'insert' : 'move';
  const body =
    token === undefined ? { kind: 'insert-token', node } : { kind: 'move-token', token: token.id, node };
  const within = (parent: string | undefined): string =>
    parent === undefined ? '' : text(tokens.targets.find((target) => target.node === parent)?.name) || parent;
  return (
    <ActDialog
      name={t(`operations.${act}.name`)}
      subject={token === undefined ? tokens.caseNo : text(token.name)}
      lead={t(`operations.${act}.lead`)}
      path={`/cases/${tokens.caseId}/operations`}
      caseId={tokens.caseId}
      body={node === undefined ? undefined : body}
      onClose={onClose}
    >
      {(isChecked) => (
        <Form.Item
          label={t('operations.target')}
          htmlFor={targetId}
          required
          {...(isChecked && node === undefined
            ? { validateStatus: 'error' as const, help: t('operations.targetNeeded') }
            : {})}
        >
          <Select
            id={targetId}
            value={node ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(next: string) => setNode(next)}
            options={tokens.targets
              .filter((target) => target.node !== token?.node)
              .map((target) => ({
                value: target.node,
                label: [target.stepNo, within(target.parent), text(target.name)].filter(Boolean).join(' · '),
              }))}
          />
        </Form.Item>
      )}
    </ActDialog>
  );
}
