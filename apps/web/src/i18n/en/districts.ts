/** Districts and zones of the policy pack by code. */
export const districts = {
  '330900': 'Zhoushan City',
  '330902': 'Dinghai District',
  '330903': 'Putuo District',
  '330921': 'Daishan County',
  '330922': 'Shengsi County',
  '330971': 'Xincheng (New City) Management Committee',
  puzhu: 'Putuoshan-Zhujiajian Management Committee',
  '330972': 'Jintang Management Committee',
  '330973': 'Liuheng Management Committee',
  'marine-industry': 'Marine Industry Cluster Zone (later High-tech Zone) Management Committee',
};
