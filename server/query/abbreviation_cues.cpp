#include "server/query/abbreviation_cues.h"

#include <algorithm>
#include <array>
#include <string>

namespace tracuu {
namespace {

// A word stands here only where it decides: "bộ" does not, of two ministries' names.
constexpr std::array kCues{
    AbbreviationCue{"BCT", "Bộ Chính trị",
                    "nghi quyet,nq,ket luan,dang,uy vien,khoa,trung uong,tw,ban bi thu,tong bi thu,"
                    "bch,tinh uy,thanh uy"},
    AbbreviationCue{"BCT", "Bộ Công Thương",
                    "xuat khau,nhap khau,thuong mai,xang dau,dien luc,gia dien,evn,hang hoa,"
                    "cong nghiep,thuong mai dien tu,tmdt,thi truong"},
    AbbreviationCue{"BTV", "Ban Thường vụ",
                    "tinh uy,thanh uy,huyen uy,quan uy,thi uy,dang uy,tu,uy vien,nghi quyet,"
                    "ket luan,tinh doan,bch"},
    AbbreviationCue{"BTV", "biên tập viên",
                    "bao,dai,truyen hinh,phong vien,vtv,toa soan,thoi su,ban tin,mc"},
    AbbreviationCue{"CP", "Chính phủ",
                    "nghi quyet,nghi dinh,thu tuong,pho thu tuong,van phong,phien hop,nq,nd,bo"},
    AbbreviationCue{"CP", "cổ phần", "cong ty,cty,ngan hang,tap doan,tong cong ty,tnhh"},
    AbbreviationCue{"CQĐT", "chính quyền điện tử",
                    "cntt,cong nghe thong tin,khung,kien truc,xay dung,trien khai,dich vu cong,dvc,"
                    "dvctt,truc tuyen,mot cua,so hoa,chuyen doi so,cds,ubnd,do thi thong minh,"
                    "phan mem,so tttt,thong tin va truyen thong,cpdt,chinh phu dien tu"},
    AbbreviationCue{"CQĐT", "cơ quan điều tra",
                    "cong an,canh sat,khoi to,vu an,bi can,bi cao,toi,truy to,tam giam,bat giam,"
                    "vien kiem sat,vks,lua dao,tham nhung,dieu tra vien,bo cong an"},
    AbbreviationCue{"GDĐT", "giáo dục đào tạo",
                    "bo,so,phong,truong,hoc sinh,sinh vien,giao vien,nganh,tuyen sinh"},
    AbbreviationCue{"GDĐT", "giao dịch điện tử",
                    "luat,chu ky so,chu ky dien tu,hop dong dien tu,chung thuc"},
    AbbreviationCue{"KTS", "kinh tế số",
                    "xa hoi so,xhs,chinh phu so,cps,chuyen doi so,cds,chinh quyen so,gdp,grdp,"
                    "tang truong,phat trien"},
    AbbreviationCue{"KTS", "kiến trúc sư",
                    "thiet ke,quy hoach,cong trinh,kien truc,do an,hoi,xay dung"},
    AbbreviationCue{"TTTT", "thông tin và truyền thông",
                    "bo,so,nganh,bo truong,thu truong,cuc,cntt,buu chinh,vien thong,bao chi"},
    AbbreviationCue{"TU", "Tỉnh ủy", "tinh,bi thu tinh"},
    AbbreviationCue{"TU", "Thành ủy", "thanh pho,tp,bi thu thanh"},
};

}  // namespace

std::span<const AbbreviationCue> abbreviation_cues() {
  return kCues;
}

bool has_cue(const AbbreviationCue& cue, std::string_view folded) {
  std::string_view rest = cue.words;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string phrase = ' ' + std::string(rest.substr(0, comma)) + ' ';
    if (folded.find(phrase) != std::string_view::npos) {
      return true;
    }
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return false;
}

}  // namespace tracuu
