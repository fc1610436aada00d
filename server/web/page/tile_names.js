// What stands on a tile: initials, with more letters where two provinces share them.

const LONGER = {
  'Hà Giang': 'HGi', 'Hậu Giang': 'HậG', 'Bến Tre': 'BTr', 'Bình Thuận': 'BTh', 'Đà Nẵng': 'ĐNg', 'Đắk Nông': 'ĐNô',
  'Đồng Nai': 'ĐNa', 'Hà Nam': 'HNa', 'Lai Châu': 'LCh', 'Lào Cai': 'LCa', 'Quảng Nam': 'QNa', 'Quảng Ninh': 'QNi',
  'Quảng Ngãi': 'QNg', 'Thái Nguyên': 'TNg', 'Tây Ninh': 'TNi', 'Bà Rịa - Vũng Tàu': 'VT', 'Hồ Chí Minh': 'HCM',
  'Huế': 'Huế', 'Hà Tây': 'HTâ', 'Hà Tĩnh': 'HTĩ', 'Thanh Hóa': 'TH',
};

export function shortName(name) {
  return LONGER[name] ?? name.split(' ').map((word) => word[0]).join('');
}
