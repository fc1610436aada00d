// Every text that the scripts show, in Vietnamese. texts_en.js has the same names.
const count = new Intl.NumberFormat('vi');

export const TEXTS_VI = {
  number: (value) => count.format(value),
  articles: (value) => `${count.format(value)} bài`,
  onceMerged: (value) => `${count.format(value)} khi gộp bài đăng lại`,
  range: (first, last) => `bài ${count.format(first)}–${count.format(last)}`,
  sources: (value) => `${count.format(value)} nguồn`, places: (value) => `${count.format(value)} tỉnh, thành phố`,
  pastTheEnd: 'Kết quả đã hết trước trang này.',
  noneFound: 'Không có bài nào khớp',
  failed: 'Không trả lời được',
  failedNetwork: 'Không nối được tới máy chủ. Kiểm tra mạng rồi thử lại.',
  retry: 'Thử lại',
  // results
  sort: 'Xếp theo',
  sorts: { relevance: 'liên quan nhất', newest: 'mới nhất', oldest: 'cũ nhất' },
  undated: 'không rõ ngày đăng',
  publishedBy: {
    'date-line': 'theo dòng ngày trên trang', markup: 'ngày theo mã trang', given: 'theo dữ liệu kèm bài',
  },
  original: 'bài gốc',
  opensOriginal: (source) => `Mở bài gốc${source ? ` ở ${source}` : ''}`,
  documents: 'Văn bản', officials: 'Lãnh đạo', provinces: 'Địa phương',
  reprinted: (value) => `Cũng đăng ở ${count.format(value)} nơi`,
  first: 'đăng đầu tiên',
  showAll: 'Hiện từng bài đăng lại', showOnce: 'Gộp bài đăng lại',
  csv: 'Tải CSV', feed: 'Theo dõi (Atom)', json: 'JSON',
  takeAway: 'Lấy kết quả này',
  // what was understood
  understood: 'Hiểu là', asWords: 'coi là từ thường',
  kinds: {
    document: 'văn bản', province: 'địa phương', official: 'lãnh đạo', year: 'năm', month: 'tháng',
    abbreviation: 'viết tắt', phrase: 'đúng cụm', excluded: 'không có', or: 'một trong', start: 'bắt đầu bằng',
  },
  papers: (number) => `${number} có thể là`,
  paperOpen: 'không nói rõ là văn bản nào',
  everyPaper: 'mọi văn bản cùng số',
  documentPage: (number) => `Mọi điều về ${number}`,
  // filters
  filters: 'Đang lọc', clearAll: 'Bỏ mọi bộ lọc', remove: 'bỏ', until: 'đến',
  facets: {
    province: 'Địa phương', document: 'Văn bản', official: 'Lãnh đạo', type: 'Loại văn bản',
    issuer: 'Cơ quan ban hành', source: 'Nguồn', year: 'Năm đăng', month: 'Tháng', identity: 'Văn bản cụ thể',
    from: 'Từ', to: 'Đến', match: 'Khớp từ', locality: 'Địa phương',
  },
  matches: {
    auto: 'tự chọn', all: 'phải có mọi từ', any: 'từ nào cũng được', prefix: 'mọi từ, từ cuối gõ dở',
  },
  showMore: (value) => `Thêm ${count.format(value)}`, showFewer: 'Bớt lại',
  findIn: (name) => `Tìm trong ${name.toLowerCase()}`,
  nothingLike: 'Không có giá trị nào như vậy.',
  // time and place
  when: 'Thời gian đăng', from: 'Từ ngày', to: 'Đến ngày', apply: 'Áp dụng',
  firstMonth: 'Tháng đầu', lastMonth: 'Tháng cuối',
  month: (iso) => `tháng ${Number(iso.slice(5))}/${iso.slice(0, 4)}`,
  histogram: (first, last, top, value) =>
    `Số bài mỗi tháng từ ${first} đến ${last}; nhiều nhất ${top} với ${count.format(value)} bài`,
  undatedLeftOut: (value) => `${count.format(value)} bài không rõ ngày không có trong biểu đồ.`,
  anyTime: 'Mọi lúc', brushHint: 'Kéo trên biểu đồ để chọn khoảng thời gian.',
  where: 'Nơi', tiles: 'Bản đồ ô các tỉnh, thành phố; phím mũi tên để đi, Enter để lọc',
  then: '63 tỉnh khi ấy', today: '34 tỉnh hiện nay', provinceView: 'Địa giới',
  mentioned: 'Cả bài chỉ nhắc đến', tile: (name, value) => `${name}: ${count.format(value)} bài`,
  legend: 'Số bài', untilYear: (name, year) => `${name} (đến ${year})`,
  // pages
  page: (value) => `Trang ${count.format(value)}`,
  previous: '‹ Trước', next: 'Sau ›',
  // nothing found
  waysOut: 'Có thể thử', without: (filter) => `Bỏ ${filter}`,
  nearest: 'Xem cả những bài khớp gần nhất', anyWord: 'Tìm bài có một trong các từ', dropQuotes: 'Bỏ dấu ngoặc kép: không cần đúng cụm',
  howToAsk: 'Cách tìm', dropWords: 'Thử ít từ hơn, hoặc từ khác cùng nghĩa.', checkSpelling: 'Xem lại chính tả; gõ không dấu cũng được.',
  writeNumber: 'Số văn bản viết cách nào cũng được: 36-NQ/TW, nq 36, nghị quyết số 36.',
  everything: 'Xem mọi bài',
  examples: 'Thử tìm',
  // suggestions
  suggestions: 'Gợi ý', clear: 'Xóa',
  suggested: (value) => (value ? `${count.format(value)} gợi ý, dùng phím mũi tên để chọn` : 'Không có gợi ý'),
  // article
  articleMarks: 'Đánh dấu trong bài', evidence: 'Câu làm chứng', cite: 'Trích dẫn', copy: 'Chép trích dẫn', copied: 'Đã chép',
  similar: 'Bài cùng chuyện', reprints: 'Các nơi cùng đăng', noSimilar: 'Không có bài nào gần với bài này.',
  noEntities: 'Không nhận ra văn bản, lãnh đạo, địa phương hay ngày nào trong bài.',
  kindsOfEntity: { document: 'Văn bản', official: 'Lãnh đạo', province: 'Địa phương', date: 'Ngày' },
  confidence: (value) => `chắc ${Math.round(value * 100)} %`,
  published: 'Đăng', captured: 'Chụp', contentHash: 'Mã nội dung', permalink: 'Liên kết lâu dài', dataOf: 'Dữ liệu của bài (JSON)',
  author: 'Tác giả', source: 'Nguồn',
  roles: { published: 'ngày đăng', event: 'sự kiện', issued: 'ban hành', target: 'mốc đặt ra', effective: 'hiệu lực' },
  // document and official
  identities: 'Các văn bản mang số này', known: 'Biết về văn bản này', firstMention: 'Bài sớm nhất',
  timeline: 'Theo tháng', map: 'Theo địa phương', matrix: 'Địa phương theo năm', lag: 'Từ ban hành đến bài đầu tiên ở mỗi nơi',
  days: (value) => `${count.format(value)} ngày`, beside: 'Thường đi cùng',
  newest: 'Bài mới nhất', searchThese: (value) => `Xem cả ${count.format(value)} bài`, posts: 'Chức vụ qua thời gian',
  factKinds: { type: 'Loại', issuer: 'Cơ quan ban hành', date: 'Ngày ban hành', subject: 'Về việc', number: 'Số' },
  factBy: { number: 'theo số hiệu', article: 'theo bài', table: 'đã đối chiếu' },
  relations: {
    implements: ['Thi hành', 'Được thi hành bởi'], replaces: ['Thay thế', 'Bị thay thế bởi'],
    amends: ['Sửa đổi', 'Được sửa đổi bởi'], reviews: ['Sơ kết, tổng kết', 'Được sơ kết, tổng kết bởi'],
    'based-on': ['Căn cứ vào', 'Là căn cứ của'], mentions: ['Nhắc đến', 'Được nhắc đến bởi'],
  },
  place: 'Nơi', lagDays: 'Sau ban hành', firstArticle: 'Bài đầu tiên', all: 'Tổng', noPlace: 'không riêng nơi nào',
  beforeIssue: 'trước ngày ban hành', papersOf: (value) => `${count.format(value)} văn bản mang số này`, openArticles: 'Các bài không nói rõ là văn bản nào',
  sameLetters: 'Tên khác dấu', personOf: 'Có thể là nhiều người cùng tên; mỗi khung là một người theo chức vụ và nơi.',
  evidenceOf: 'Bài nào hiểu như vậy, vì sao', undatedShort: 'không ngày', choosePaper: 'Số này có nhiều văn bản: chọn một văn bản ở trên để xem.',
  candidates: 'Số này có thể là',
};
