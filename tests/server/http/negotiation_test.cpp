#include "server/http/negotiation.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>

#include "server/http/gzip.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string gunzip(const std::string& compressed) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string plain(std::size_t{8} << 20, '\0');
  std::string input = compressed;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  plain.resize(stream.total_out);
  inflateEnd(&stream);
  return plain;
}

std::string header_of(const HttpResponse& response, const std::string& name) {
  const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == response.headers.end() ? "" : found->second;
}

HttpRequest request_with(std::vector<std::pair<std::string, std::string>> headers) {
  HttpRequest request;
  request.headers = std::move(headers);
  return request;
}

HttpResponse json_of(std::size_t size) {
  HttpResponse response;
  response.body = std::string(size, 'a');
  return response;
}

TEST(Negotiation, HonoursTheWeightsOfAcceptEncoding) {
  for (const TableRow& row : read_table("http_accept_encoding.tsv")) {
    SCOPED_TRACE(row);
    EXPECT_EQ(accepts_gzip(ExactText(row[0])) ? "yes" : "no", row[1]);
  }
}

TEST(Negotiation, KnowsWhichTypesShrink) {
  for (const TableRow& row : read_table("http_compressible.tsv")) {
    SCOPED_TRACE(row);
    EXPECT_EQ(is_compressible(ExactText(row[0])) ? "yes" : "no", row[1]);
  }
}

TEST(Negotiation, ComparesEtagsWeakly) {
  for (const TableRow& row : read_table("http_etags.tsv")) {
    SCOPED_TRACE(row);
    EXPECT_EQ(matches_etag(ExactText(row[0]), ExactText(row[1])) ? "yes" : "no", row[2]);
  }
}

TEST(Negotiation, GivesBackEveryByteThroughGzip) {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) {
    bytes += static_cast<char>(i * 7 % 251);
  }
  EXPECT_EQ(gunzip(gzip(bytes)), bytes);
  EXPECT_EQ(gunzip(gzip("")), "");
  EXPECT_LT(gzip(std::string(100'000, 'a')).size(), 1000U);
}

TEST(Negotiation, CompressesOnlyBodiesOverAKibibyte) {
  const HttpRequest request = request_with({{"accept-encoding", "gzip"}});
  const HttpResponse small = negotiate(request, json_of(1024));
  EXPECT_EQ(small.body.size(), 1024U);
  EXPECT_EQ(header_of(small, "Vary"), "");

  const HttpResponse large = negotiate(request, json_of(1025));
  EXPECT_EQ(header_of(large, "Content-Encoding"), "gzip");
  EXPECT_EQ(header_of(large, "Vary"), "Accept-Encoding");
  EXPECT_EQ(gunzip(large.body), std::string(1025, 'a'));
}

TEST(Negotiation, SaysVaryAlsoWhereThisClientGetsThePlainBody) {
  const HttpResponse plain = negotiate(request_with({}), json_of(5000));
  EXPECT_EQ(plain.body.size(), 5000U);
  EXPECT_EQ(header_of(plain, "Content-Encoding"), "");
  EXPECT_EQ(header_of(plain, "Vary"), "Accept-Encoding");
}

TEST(Negotiation, AddsToAVaryThatIsThereAndRepeatsNothing) {
  HttpResponse response = json_of(5000);
  response.headers = {{"Vary", "Origin"}};
  EXPECT_EQ(header_of(negotiate(request_with({}), response), "Vary"), "Origin, Accept-Encoding");
  response.headers = {{"Vary", "accept-encoding"}};
  EXPECT_EQ(header_of(negotiate(request_with({}), response), "Vary"), "accept-encoding");
}

TEST(Negotiation, LeavesABodyThatIsEncodedAlready) {
  HttpResponse response = json_of(5000);
  response.headers = {{"Content-Encoding", "br"}};
  const HttpResponse answer = negotiate(request_with({{"accept-encoding", "gzip"}}), response);
  EXPECT_EQ(answer.body.size(), 5000U);
  EXPECT_EQ(header_of(answer, "Vary"), "");
}

TEST(Negotiation, WeakensTheEtagOfACompressedBody) {
  HttpResponse response = json_of(5000);
  response.headers = {{"ETag", "\"g7\""}};
  EXPECT_EQ(header_of(negotiate(request_with({{"accept-encoding", "gzip"}}), response), "ETag"),
            "W/\"g7\"");
  EXPECT_EQ(header_of(negotiate(request_with({}), response), "ETag"), "\"g7\"");
}

TEST(Negotiation, GivesNotModifiedTheEtagOfTheAnswerInWhosePlaceItStands) {
  HttpResponse response = json_of(5000);
  response.headers = {{"ETag", "\"g7\""}};
  const auto etag_of_304 = [&](std::vector<std::pair<std::string, std::string>> headers) {
    headers.emplace_back("if-none-match", "\"g7\"");
    const HttpResponse answer = negotiate(request_with(std::move(headers)), response);
    EXPECT_EQ(answer.status, 304);
    EXPECT_EQ(header_of(answer, "Content-Encoding"), "");
    return header_of(answer, "ETag");
  };
  EXPECT_EQ(etag_of_304({{"accept-encoding", "gzip"}}), "W/\"g7\"");
  EXPECT_EQ(etag_of_304({{"accept-encoding", "gzip;q=0"}}), "\"g7\"");
  EXPECT_EQ(etag_of_304({}), "\"g7\"");
  response.body.resize(10);
  EXPECT_EQ(etag_of_304({{"accept-encoding", "gzip"}}), "\"g7\"") << "too short to be compressed";
}

TEST(Negotiation, AnswersNotModifiedWithTheHeadersOfTheFullAnswer) {
  HttpResponse response = json_of(5000);
  response.headers = {{"ETag", "W/\"g7\""}, {"Cache-Control", "private"}};
  const HttpResponse answer =
      negotiate(request_with({{"if-none-match", "\"g6\", \"g7\""}}), response);
  EXPECT_EQ(answer.status, 304);
  EXPECT_EQ(answer.body, "");
  EXPECT_EQ(header_of(answer, "ETag"), "W/\"g7\"");
  EXPECT_EQ(header_of(answer, "Cache-Control"), "private");
  EXPECT_EQ(header_of(answer, "Vary"), "Accept-Encoding");
}

TEST(Negotiation, NeverHidesAnErrorBehindNotModified) {
  HttpResponse response = json_of(10);
  response.headers = {{"ETag", "\"g7\""}};
  response.status = 404;
  EXPECT_EQ(negotiate(request_with({{"if-none-match", "*"}}), response).status, 404);
  response.status = 200;
  response.headers.clear();
  EXPECT_EQ(negotiate(request_with({{"if-none-match", "*"}}), response).status, 200);
}

}  // namespace
}  // namespace tracuu
