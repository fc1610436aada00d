// Why a number is read as one paper: the API says it in English, readers of Vietnamese get it in theirs.
import { dayInWords, language } from './language.js';

const PAPER = /([^\s,@]+)@(\d{4}(?:-\d\d)*)(?:@([^,]+))?/g;
const REASONS = [
  [/^date written beside it$/, 'ngày ban hành viết ngay cạnh số hiệu'],
  [/^only province known to have issued it on the written date$/, 'chỉ một tỉnh ban hành số này vào ngày đã viết'],
  [/^only known paper of the written date, here completed$/, 'văn bản duy nhất có ngày đã viết, nay bổ sung cho đủ'],
  [/^the year in its number leaves one (known )?paper$/, 'năm trong số hiệu chỉ hợp với một văn bản'],
  [/^only known paper of this number by then$/, 'văn bản duy nhất mang số này tính đến ngày đăng bài'],
  [/^only known paper of this number, and its subject is spoken of$/, 'văn bản duy nhất mang số này, và bài nói đến nội dung của nó'],
  [/^only known paper of this number, and recent$/, 'văn bản duy nhất mang số này, và còn mới'],
  [/^commonly called so, and no other paper of this number is known$/, 'thường được gọi như vậy, không biết văn bản nào khác cùng số'],
  [/^the article shares its subject$/, 'bài cùng nội dung với văn bản'],
  [/^its subject is spoken of, of the (\d+) papers of this number$/, 'bài nói đến nội dung của nó, trong $1 văn bản cùng số'],
  [/^the only one in use then, of the (\d+) papers of this number$/, 'văn bản duy nhất còn dùng lúc ấy, trong $1 văn bản cùng số'],
  [/^open: no known paper of this number$/, 'để ngỏ: không biết văn bản nào mang số này'],
  [/^open: (\d+) known papers may be meant$/, 'để ngỏ: có thể là một trong $1 văn bản đã biết'],
  [/^open: no province for a local paper$/, 'để ngỏ: văn bản địa phương mà không rõ của nơi nào'],
  [/^open: no issue date for a local paper$/, 'để ngỏ: văn bản địa phương không ghi ngày ban hành'],
  [/^open: it may be (.+)$/, 'để ngỏ: có thể là $1'],
  [/^open: nothing but the number speaks for (.+)$/, 'để ngỏ: ngoài số hiệu không có gì cho thấy là $1'],
];

/** The reason in the language of the page; one that is not known here stays as it is. */
export function reasonInWords(reason) {
  const row = language === 'vi' ? REASONS.find(([pattern]) => pattern.test(reason)) : null;
  const words = row ? reason.replace(row[0], row[1]) : reason;
  return words.replace(PAPER, (_, number, day, province) => `${number} (${[dayInWords(day), province].filter(Boolean).join(', ')})`);
}
