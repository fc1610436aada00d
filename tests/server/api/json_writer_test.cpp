#include "server/api/json_writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace tracuu {
namespace {

TEST(JsonWriter, SeparatesWhatFollowsAndNothingElse) {
  JsonWriter json;
  json.begin_object().key("a").begin_array().end_array();
  json.key("b").begin_array().number(1).begin_object().end_object().number(2).end_array();
  json.key("c").boolean(true).key("d").text_or_null("").key("e").json("[1,2]").end_object();
  EXPECT_EQ(json.take(), R"({"a":[],"b":[1,{},2],"c":true,"d":null,"e":[1,2]})");
}

TEST(JsonWriter, WritesTextsThatReadersTakeBackAsTheyWere) {
  std::string every_byte;
  for (char byte = 1; byte != 0x7F; ++byte) {
    every_byte += byte;
  }
  for (const std::string& text :
       {std::string("Hải Phòng"), std::string("“Nghị quyết 36”\n\"A\\B\"\t</script>"),
        std::string(1, '\0') + "x", every_byte, std::string()}) {
    JsonWriter json;
    json.begin_array().text(text).text(text).end_array();
    EXPECT_EQ(nlohmann::json::parse(json.take()), nlohmann::json({text, text}));
  }
}

TEST(JsonWriter, WritesTheLargestNumber) {
  JsonWriter json;
  json.number(18'446'744'073'709'551'615U);
  EXPECT_EQ(json.take(), "18446744073709551615");
}

}  // namespace
}  // namespace tracuu
