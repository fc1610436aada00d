#include "server/options.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>
#include <tuple>
#include <vector>

#include "server/access/tokens.h"
#include "server/options_file.h"
#include "server/options_table.h"
#include "tests/support/table.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

ServerCommandLine parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "tracuu-server");
  return parse_server_command_line(static_cast<int>(arguments.size()), arguments.data());
}

/// A variable of the environment, for as long as it lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { ::unsetenv(name_); }

 private:
  const char* name_;
};

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(std::filesystem::path(TRACUU_SOURCE_DIR) / file);
  return {(std::istreambuf_iterator<char>(in)), {}};
}

std::string words(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    text += (text.empty() ? "" : " ") + value;
  }
  return text;
}

TEST(ServerOptions, BindsLoopbackUnlessTold) {
  const ServerOptions options = parse({}).options;
  EXPECT_EQ(options.address, "127.0.0.1");
  EXPECT_EQ(options.port, 8080);
  EXPECT_EQ(options.deadline, std::chrono::milliseconds(1000));
  EXPECT_EQ(options.cache_bytes, 64U << 20U);
  EXPECT_EQ(parse({"--cache-bytes", "0"}).options.cache_bytes, 0U);
}

TEST(ServerOptions, AFlagBeatsTheEnvironmentAndTheEnvironmentTheFile) {
  const TemporaryDirectory directory;
  const std::string file =
      directory.write("server.conf", "port = 1111\naddress = \"127.0.0.2\"\n").string();
  EXPECT_EQ(parse({"--config", file.c_str()}).options.port, 1111);
  {
    const Variable port("TRACUU_PORT", "2222");
    EXPECT_EQ(parse({"--config", file.c_str()}).options.port, 2222);
    EXPECT_EQ(parse({"--config", file.c_str(), "--port", "3333"}).options.port, 3333);
    EXPECT_EQ(parse({"--port", "3333", "--port", "4444"}).options.port, 4444) << "the last counts";
  }
  EXPECT_EQ(parse({"--config", file.c_str()}).options.address, "127.0.0.2");
  const Variable config("TRACUU_CONFIG", file.c_str());
  EXPECT_EQ(parse({}).options.port, 1111);
}

TEST(ServerOptions, AllowsNoOtherOriginUnlessTold) {
  EXPECT_TRUE(parse({}).options.cors_origins.empty());
  const std::vector<std::string> both{"https://a.example", "http://b.example:81"};
  EXPECT_EQ(parse({"--cors-origin", "https://a.example", "--cors-origin", "http://b.example:81"})
                .options.cors_origins,
            both);
  const Variable origins("TRACUU_CORS_ORIGIN", "https://a.example http://b.example:81");
  EXPECT_EQ(parse({}).options.cors_origins, both);
}

TEST(ServerOptions, ReadEveryValueOfTheTable) {
  for (const TableRow& row : read_table("server_options.tsv")) {
    ServerOptions options;
    const Setting* const setting = setting_named(row[0]);
    ASSERT_NE(setting, nullptr) << row;
    const auto fault = setting->read(*setting, ExactText(row[1]), options);
    EXPECT_EQ(fault ? fault->message : "", row[3]) << row;
    if (!fault) {
      EXPECT_EQ(words(setting->values(options)), row[2]) << row;
    }
  }
}

struct RefusedLine {
  std::vector<const char*> arguments;
  int code;
  const char* reason;
};

TEST(ServerOptions, RefusesWithTheCodeOfWhereItStands) {
  const TemporaryDirectory directory;
  const std::string file = directory.write("server.conf", "port = 1\nprot = 2\n").string();
  const std::string none = (directory.path() / "none").string();
  for (const RefusedLine& row : std::vector<RefusedLine>{
           {{"--prot", "80"}, 64, "no such flag"},
           {{"--port", "x"}, 64, "a wrong value of a flag"},
           {{"--cors-origin", "https://a.example/"}, 64, "an origin has no path"},
           {{"extra"}, 64, "a word that belongs to nothing"},
           {{"--config", file.c_str()}, 78, "no such setting in the file"},
           {{"--config", none.c_str()}, 78, "no file"},
           {{"--address", "0.0.0.0"}, 78, "open to all"},
           {{"--address", "::"}, 78, "open to all in both families"}}) {
    const ServerCommandLine line = parse(row.arguments);
    EXPECT_TRUE(line.exit_now) << row.reason;
    EXPECT_EQ(line.exit_code, row.code) << row.reason;
  }
  const Variable port("TRACUU_PORT", "x");
  EXPECT_EQ(parse({}).exit_code, 78) << "a wrong value of the environment";
  EXPECT_FALSE(parse({"--port", "1"}).exit_now) << "which a flag overrules";
}

TEST(ServerOptions, SayInOneSentenceWhatIsWrongAndWhere) {
  const TemporaryDirectory directory;
  const std::string file = directory.write("server.conf", "# mine\nport = 99999\n").string();
  testing::internal::CaptureStderr();
  parse({"--config", file.c_str()});
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "tracuu-server: " + file + ", line 2: port: use a number from 0 to 65535: '99999'\n");
  EXPECT_EQ(parse({"--config", file.c_str(), "--port", "1"}).exit_code, 78)
      << "a slip that does not count yet will, when the flag goes";
  testing::internal::CaptureStderr();
  parse({"--address", "192.0.2.1"});
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "tracuu-server: address: other machines reach it, so give a token-file, or say "
            "insecure: '192.0.2.1'\n");
}

TEST(ServerOptions, ServesOtherMachinesWithTokensOrWhenToldThatItIsInsecure) {
  EXPECT_FALSE(parse({"--address", "0.0.0.0", "--insecure"}).exit_now);
  EXPECT_FALSE(parse({"--address", "0.0.0.0", "--token-file", "tokens"}).exit_now);
  EXPECT_FALSE(parse({"--address", "127.0.0.9"}).exit_now);
  EXPECT_FALSE(parse({"--address", "::1"}).exit_now);
  const Variable off("TRACUU_INSECURE", "false");
  EXPECT_TRUE(parse({"--address", "0.0.0.0"}).exit_now);
}

TEST(ServerOptions, PrintedAreReadAgainAsTheSame) {
  const TemporaryDirectory directory;
  const Variable queue("TRACUU_QUEUE", "7");
  testing::internal::CaptureStdout();
  const ServerCommandLine line =
      parse({"--print-config", "--address", "0.0.0.0", "--insecure", "--cors-origin", "http://a",
             "--cors-origin", "http://b", "--rate-limit", "5/s", "--index", "a \"b\" \\ # c"});
  const std::string printed = testing::internal::GetCapturedStdout();
  EXPECT_TRUE(line.exit_now);
  EXPECT_EQ(line.exit_code, 0);
  EXPECT_NE(printed.find("\n# from: TRACUU_QUEUE\nqueue = 7\n"), std::string::npos) << printed;
  EXPECT_NE(printed.find("\n# from: --rate-limit\nrate-limit = \"5/s:5\"\n"), std::string::npos);
  EXPECT_NE(printed.find("\n# from: default\nport = 8080\n"), std::string::npos);
  ::unsetenv("TRACUU_QUEUE");
  const std::string file = directory.write("printed.conf", printed).string();
  const ServerCommandLine again = parse({"--config", file.c_str()});
  ASSERT_FALSE(again.exit_now);
  for (const Setting& setting : settings()) {
    EXPECT_EQ(setting.values(again.options), setting.values(line.options)) << setting.name;
  }
}

TEST(ServerOptions, HelpIsNoErrorFitsAScreenAndShowsEverySetting) {
  testing::internal::CaptureStdout();
  const ServerCommandLine line = parse({"--help"});
  const std::string help = testing::internal::GetCapturedStdout();
  EXPECT_TRUE(line.exit_now);
  EXPECT_EQ(line.exit_code, 0);
  for (const Setting& setting : settings()) {
    EXPECT_NE(help.find("--" + std::string(setting.name) + " "), std::string::npos) << setting.name;
    EXPECT_NE(help.find(setting.help), std::string::npos) << setting.name;
  }
  EXPECT_LE(std::count(help.begin(), help.end(), '\n'), 50);
}

TEST(ServerOptions, OfTheExampleFileAreTheDefaults) {
  // Its settings stand behind '#', their explanations behind "# ".
  std::string all;
  std::string explanation;
  std::size_t next = 0;
  std::istringstream in(text_of("server/tracuu-server.conf"));
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#") && !line.starts_with("# ") && line != "#") {
      ASSERT_LT(next, settings().size()) << line;
      const Setting& setting = settings()[next++];
      EXPECT_TRUE(line.starts_with("#" + std::string(setting.name) + " = ")) << line;
      EXPECT_EQ(explanation, "# " + std::string(setting.help));
      all += line.substr(1) + '\n';
    }
    explanation = line;
  }
  EXPECT_EQ(next, settings().size());
  const auto entries = parse_options_file(all);
  ASSERT_TRUE(entries) << entries.error().message;
  const ServerOptions defaults;
  for (const FileEntry& entry : *entries) {
    const Setting& setting = *setting_named(entry.name);
    ServerOptions options;
    for (const std::string& value : entry.values) {
      const auto fault = setting.read(setting, value, options);
      EXPECT_FALSE(fault) << fault->message;
    }
    if (!setting.values(defaults).empty()) {
      EXPECT_EQ(setting.values(options), setting.values(defaults)) << entry.name;
    }
  }
}

TEST(ServerOptions, OfTheReadmeAreThoseOfTheTable) {
  const std::string readme = text_of("README.md");
  for (const Setting& setting : settings()) {
    const std::string value = words(setting.values(ServerOptions()));
    const std::string row = "| `" + std::string(setting.name) + "` | " +
                            (value.empty() ? "" : "`" + value + "`") + " | " +
                            std::string(setting.help) + " |\n";
    EXPECT_NE(readme.find(row), std::string::npos) << row;
  }
}

TEST(OptionsFile, IsReadAsInTheTable) {
  for (const TableRow& row : read_table("options_files.tsv")) {
    const auto entries = parse_options_file(ExactText(row[0]));
    std::string read;
    if (entries) {
      for (const FileEntry& entry : *entries) {
        read += (read.empty() ? "" : " ") + std::to_string(entry.line) + ':' + entry.name;
        for (const std::string& value : entry.values) {
          read += '<' + value + '>';
        }
      }
    } else {
      read = entries.error().message;
    }
    EXPECT_EQ(read, row[1]) << row;
  }
}

TEST(HashToken, PrintsALineOfATokenFile) {
  std::istringstream token("3f9a1c0de4b85a7763\n");
  std::streambuf* const before = std::cin.rdbuf(token.rdbuf());
  testing::internal::CaptureStdout();
  const ServerCommandLine line = parse({"--hash-token", "portal"});
  const std::string printed = testing::internal::GetCapturedStdout();
  std::cin.rdbuf(before);
  EXPECT_TRUE(line.exit_now);
  EXPECT_EQ(line.exit_code, 0);
  const auto tokens = Tokens::parse(printed, "tokens");
  ASSERT_TRUE(tokens) << printed;
  EXPECT_EQ(tokens->owner_of("3f9a1c0de4b85a7763"), "portal");
}

TEST(HashToken, RefusesWhatIsNoTokenAndWhatIsNoName) {
  for (const auto& [text, name, code] : std::vector<std::tuple<const char*, const char*, int>>{
           {"short\n", "portal", 65}, {"", "portal", 65}, {"3f9a1c0de4b85a7763\n", "a b", 64}}) {
    std::istringstream token(text);
    std::streambuf* const before = std::cin.rdbuf(token.rdbuf());
    EXPECT_EQ(parse({"--hash-token", name}).exit_code, code) << text << name;
    std::cin.rdbuf(before);
  }
}

}  // namespace
}  // namespace tracuu
