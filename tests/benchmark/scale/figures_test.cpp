#include "tests/benchmark/scale/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "tests/benchmark/scale/http_load.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<Figure> some_figures() {
  return {{10'000, "build", "tracuu", 0, "disk_bytes", 5e7},
          {10'000, "query", "b two all", 1, "p50_ms", 0.25},
          {10'000, "query", "b two all", 1, "p99_ms", 0.5},
          {10'000, "query", "b two all", 8, "p50_ms", 2},
          {100'000, "query", "b two all", 1, "p50_ms", 1.25}};
}

TEST(Figures, AreReadAsTheyWereWritten) {
  const TemporaryDirectory folder;
  write_figures(folder.path() / "a.csv", some_figures());
  EXPECT_EQ(read_figures(folder.path() / "a.csv"), some_figures());
}

TEST(Figures, ALineThatIsNoneIsNamed) {
  const TemporaryDirectory folder;
  const auto file =
      folder.write("a.csv", "articles,part,name,clients,measure,value\n1,a,b,x,c,2\n");
  try {
    read_figures(file);
    ADD_FAILURE() << "read it";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("1,a,b,x,c,2"));
  }
  EXPECT_THROW(read_figures(folder.write("b.csv", "1,a\n")), std::runtime_error);
}

TEST(Figures, OfOneWorkloadAndNumberOfClientsAreOneLineOfTheTable) {
  const std::string table = figures_table(some_figures());
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 4);
  EXPECT_THAT(table, HasSubstr("query b two all x1"));
  EXPECT_THAT(table, HasSubstr("p50_ms 0.25  p99_ms 0.5\n"));
}

TEST(Figures, AreDrawnWhereAnAxisOfPowersOfTenPutsThem) {
  const std::string svg = scaling_drawing(some_figures());
  EXPECT_THAT(svg, HasSubstr("<svg xmlns="));
  EXPECT_THAT(svg, HasSubstr(">b two all</text>"));
  EXPECT_THAT(svg, HasSubstr("points=\"60,"));
  EXPECT_THAT(svg, HasSubstr(" 480,")) << "ten times the articles are at the other end";
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
  EXPECT_THAT(svg, Not(HasSubstr("inf")));
}

TEST(Load, TellsPercentiles) {
  Load load;
  EXPECT_EQ(load.percentile(0.5), 0);
  for (int i = 1; i <= 100; ++i) {
    load.milliseconds.push_back(i);
  }
  EXPECT_EQ(load.percentile(0.5), 51);
  EXPECT_EQ(load.percentile(0.99), 100);
  EXPECT_EQ(load.percentile(1), 100);
}

}  // namespace
}  // namespace tracuu
