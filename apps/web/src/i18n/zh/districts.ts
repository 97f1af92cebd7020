/** Districts and zones of the policy pack by code. */
export const districts = {
  '330900': '舟山市',
  '330902': '定海区',
  '330903': '普陀区',
  '330921': '岱山县',
  '330922': '嵊泗县',
  '330971': '新城管委会',
  puzhu: '普朱管委会',
  '330972': '金塘管委会',
  '330973': '六横管委会',
  'marine-industry': '海洋产业集聚区管委会（经开区、综合保税区合署）',
};
