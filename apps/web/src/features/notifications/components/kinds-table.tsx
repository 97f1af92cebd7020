import type { NoticeChannel, NoticeGroup } from '@lianban/contracts';
import { CheckOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ChannelDraft, channels, groups, type PreferencesDraft } from '../channel-drafts.js';

interface KindsTableProps {
  readonly drafts: PreferencesDraft['channels'];
  readonly onChange: (channel: NoticeChannel, kinds: ChannelDraft['kinds']) => void;
}

/** Which kind of notice goes by which channel; in the product everything is always there. */
export function KindsTable({ drafts, onChange }: KindsTableProps) {
  const { t } = useTranslation();
  const toggle = (channel: NoticeChannel, group: NoticeGroup, isOn: boolean): void =>
    onChange(
      channel,
      groups.filter((one) => (one === group ? isOn : drafts[channel].kinds.includes(one))),
    );
  return (
    <div className="table-scroll">
      <table className="notice-kinds">
        <caption className="visually-hidden">{t('noticePreferences.kinds')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('noticePreferences.kind')}</th>
            <th scope="col">{t('noticePreferences.inProduct')}</th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {t(`noticePreferences.channel.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group}>
              <th scope="row">{t(`noticePreferences.group.${group}`)}</th>
              <td>
                <CheckOutlined aria-hidden /> <span className="quiet">{t('noticePreferences.always')}</span>
              </td>
              {channels.map((channel) => (
                <td key={channel}>
                  <Checkbox
                    aria-label={t('noticePreferences.groupBy', {
                      group: t(`noticePreferences.group.${group}`),
                      channel: t(`noticePreferences.channel.${channel}`),
                    })}
                    checked={drafts[channel].isOn && drafts[channel].kinds.includes(group)}
                    disabled={!drafts[channel].isOn}
                    onChange={({ target }) => toggle(channel, group, target.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
