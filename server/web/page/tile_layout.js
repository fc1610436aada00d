// Where each province lies on the tile map, row by row from the north: a drawing of the country in
// equal squares. "." is an empty place.

export const TILES_THEN = [
  '.|.|.|Hà Giang|Cao Bằng',
  'Lai Châu|Lào Cai|Yên Bái|Tuyên Quang|Bắc Kạn|Lạng Sơn',
  'Điện Biên|Sơn La|Phú Thọ|Vĩnh Phúc|Thái Nguyên|Bắc Giang|Quảng Ninh',
  '.|.|Hòa Bình|Hà Nội|Bắc Ninh|Hải Dương|Hải Phòng',
  '.|.|Hà Tây|Hà Nam|Hưng Yên|Thái Bình',
  '.|.|Thanh Hóa|Ninh Bình|Nam Định',
  '.|.|Nghệ An',
  '.|.|.|Hà Tĩnh',
  '.|.|.|Quảng Bình',
  '.|.|.|.|Quảng Trị',
  '.|.|.|.|Huế|Đà Nẵng',
  '.|.|.|.|.|Quảng Nam|Quảng Ngãi',
  '.|.|.|.|.|Kon Tum|Bình Định',
  '.|.|.|.|.|Gia Lai|Phú Yên',
  '.|.|.|.|.|Đắk Lắk|Khánh Hòa',
  '.|.|Tây Ninh|Bình Phước|Đắk Nông|Lâm Đồng|Ninh Thuận',
  '.|.|Long An|Bình Dương|Đồng Nai|Bình Thuận',
  'An Giang|Đồng Tháp|Tiền Giang|Hồ Chí Minh|Bà Rịa - Vũng Tàu',
  'Kiên Giang|Cần Thơ|Vĩnh Long|Bến Tre',
  '.|Hậu Giang|Sóc Trăng|Trà Vinh',
  'Cà Mau|Bạc Liêu',
];

export const TILES_TODAY = [
  '.|.|Tuyên Quang|Cao Bằng',
  'Lai Châu|Lào Cai|Phú Thọ|Thái Nguyên|Lạng Sơn',
  'Điện Biên|Sơn La|Hà Nội|Bắc Ninh|Quảng Ninh',
  '.|.|Ninh Bình|Hưng Yên|Hải Phòng',
  '.|.|Thanh Hóa',
  '.|.|Nghệ An',
  '.|.|.|Hà Tĩnh',
  '.|.|.|Quảng Trị',
  '.|.|.|.|Huế',
  '.|.|.|.|Đà Nẵng',
  '.|.|.|.|Quảng Ngãi',
  '.|.|.|.|Gia Lai',
  '.|.|.|.|Đắk Lắk',
  '.|Tây Ninh|Đồng Nai|Lâm Đồng|Khánh Hòa',
  'An Giang|Đồng Tháp|Hồ Chí Minh',
  '.|Cần Thơ|Vĩnh Long',
  '.|Cà Mau',
];

/** The tiles of a layout: name, row and column, both from 1. */
export function tilesOf(layout) {
  return layout.flatMap((row, index) => row.split('|').flatMap((name, column) =>
    (name === '.' ? [] : [{ name, row: index + 1, column: column + 1 }])));
}
