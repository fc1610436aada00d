#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// Decodes TCVN3 (font .VnTime) from its Latin-1 reading in UTF-8: "Céng hßa" is "Cộng hòa". A word
/// whose other letters are capitals is raised as a whole, since TCVN3 has no capitals with a tone:
/// "NGHÞ QUYÕT" is "NGHỊ QUYẾT". Characters that are no TCVN3 letter pass through.
/// REQUIRES: valid UTF-8. Table: TCVN 5712:1993, VN3.
std::string decode_tcvn3(std::string_view latin);

/// Decodes VNI-Windows (font VNI-Times) from its Latin-1 reading in UTF-8: a letter and the mark
/// behind it become one letter, "coâng ngheä" is "công nghệ". Others pass through.
/// REQUIRES: valid UTF-8. Table: VNI-Windows.
std::string decode_vni(std::string_view latin);

}  // namespace tracuu
