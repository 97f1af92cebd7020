import { type Actor, inNameOf } from './index.js';

const jia = { id: 'jia', name: '甲', officeIds: [] };
const yi = { id: 'yi', name: '乙', officeIds: ['planning'] };

const standIn: Actor = {
  tenant: 'zhoushan',
  kind: 'person',
  id: 'bing',
  name: '丙',
  roles: ['clerk'],
  officeIds: ['fire', 'planning'],
  standsInFor: [jia, yi],
};

describe('in whose name a stand-in acts', () => {
  it.each([
    ['of the colleague who holds it', { officeId: 'fire', assignee: 'jia' }, '甲'],
    ['of that colleague, whoever else has a post there', { officeId: 'planning', assignee: 'jia' }, '甲'],
    ['of whose post alone lets them work there', { officeId: 'planning' }, '乙'],
    ['of the same, when they hold it themselves', { officeId: 'planning', assignee: 'bing' }, '乙'],
    ['nobody’s but their own at an office of their own', { officeId: 'fire' }, undefined],
    ['nobody’s but their own, holding it there', { officeId: 'fire', assignee: 'bing' }, undefined],
  ])('%s', (_why, task, name) => {
    expect(inNameOf(standIn, task)?.name).toBe(name);
  });

  it('is nobody’s for who stands in for nobody', () => {
    const { standsInFor: _none, ...alone } = standIn;
    expect(inNameOf(alone, { officeId: 'planning', assignee: 'jia' })).toBeUndefined();
  });
});
