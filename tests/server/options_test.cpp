#include "server/options.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

ServerCommandLine parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "tracuu-server");
  return parse_server_command_line(static_cast<int>(arguments.size()), arguments.data());
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
      directory.write("server.toml", "port = 1111\naddress = \"127.0.0.2\"\n").string();
  EXPECT_EQ(parse({"--config", file.c_str()}).options.port, 1111);
  ::setenv("TRACUU_PORT", "2222", 1);
  EXPECT_EQ(parse({"--config", file.c_str()}).options.port, 2222);
  EXPECT_EQ(parse({"--config", file.c_str(), "--port", "3333"}).options.port, 3333);
  ::unsetenv("TRACUU_PORT");
  EXPECT_EQ(parse({"--config", file.c_str()}).options.address, "127.0.0.2");
}

TEST(ServerOptions, AllowsNoOtherOriginUnlessTold) {
  EXPECT_TRUE(parse({}).options.cors_origins.empty());
  EXPECT_EQ(parse({"--cors-origin", "https://a.example", "--cors-origin", "http://b.example:81"})
                .options.cors_origins,
            (std::vector<std::string>{"https://a.example", "http://b.example:81"}));
  EXPECT_EQ(parse({"--public-url", "https://a.example"}).options.public_url, "https://a.example");
}

TEST(ServerOptions, RefusesWhatItDoesNotKnow) {
  for (const std::vector<const char*>& arguments :
       std::vector<std::vector<const char*>>{{"--prot", "80"},
                                             {"--cors-origin", "a.example"},
                                             {"--cors-origin", "https://a.example/"},
                                             {"--public-url", "*"},
                                             {"--public-url", "https://a.example/path"},
                                             {"--port", "x"},
                                             {"--port", "70000"},
                                             {"--threads", "0"},
                                             {"--deadline-ms", "-1"}}) {
    const ServerCommandLine line = parse(arguments);
    EXPECT_TRUE(line.exit_now) << arguments[0];
    EXPECT_EQ(line.exit_code, 64) << arguments[0];
  }
}

TEST(ServerOptions, HelpIsNoError) {
  const ServerCommandLine line = parse({"--help"});
  EXPECT_TRUE(line.exit_now);
  EXPECT_EQ(line.exit_code, 0);
}

}  // namespace
}  // namespace tracuu
