package glassbox.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bodies that are read, and bodies that are refused. */
class BodiesTest extends ShellTest {

  private static byte[] around(int... octets) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("{\"page_count\":2,\"paper_size\":\"".getBytes(StandardCharsets.UTF_8));
    for (int octet : octets) {
      body.write(octet);
    }
    body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  static Stream<byte[]> illFormed() {
    String order = "{\"page_count\":2,\"paper_size\":\"A4\"}";
    return Stream.of(
        around(0xC0, 0xAF), // overlong
        around(0xC1, 0xBF),
        around(0xE0, 0x9F, 0xBF),
        around(0xF0, 0x8F, 0xBF, 0xBF),
        around(0xED, 0xA0, 0x80), // a surrogate
        around(0xF4, 0x90, 0x80, 0x80), // above U+10FFFF
        around(0xF8, 0x88, 0x80, 0x80, 0x80),
        around(0x80), // a continuation of nothing
        around(0xE2, 0x82), // cut off
        around(0x00),
        new byte[] {'{', (byte) 0xE2},
        order.getBytes(StandardCharsets.UTF_16),
        order.getBytes(StandardCharsets.UTF_16LE),
        order.getBytes(Charset.forName("UTF-32BE")),
        order.getBytes(Charset.forName("UTF-32LE")));
  }

  @ParameterizedTest
  @MethodSource("illFormed")
  void refusesWhatIsNotWellFormedUtf8(byte[] body) throws Exception {
    for (String type : List.of("application/json", "application/json;charset=UTF-16")) {
      HttpResponse<String> answer =
          send(
              request("/v1/orders")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofByteArray(body)));
      JsonNode problem = problem(answer, 400, "malformed-json");
      assertThat(problem.path("detail").asString()).contains("UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A4", "\u00e9", "\u20ac", "\ud7ff\ue000\uffff", "\ud83d\ude00\udbff\udfff"})
  void takesEveryWellFormedText(String size) throws Exception {
    HttpResponse<String> answer = order("{\"page_count\":2,\"paper_size\":\"" + size + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(MAPPER.readTree(answer.body()).path("paper_size").asString()).isEqualTo(size);
  }

  @Test
  void readsAndWritesSnakeCase() throws Exception {
    HttpResponse<String> answer = order("{\"paper_size\":\"A4\",\"page_count\":2}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"paper_size\":\"A4\"", "\"page_count\":2", "\"notes\":[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"paper_size\":\"A4\",\"page_count\":2             | malformed-json  | ",
        "                                                    | malformed-json  | ",
        "{\"page_count\":2,\"page_count\":3,\"paper_size\":\"A4\"} | malformed-json | ",
        "{\"paper_size\":\"A4\",\"page_count\":2} {}         | malformed-json  | ",
        "{\"paper_size\":\"A4\",\"page_count\":NaN}          | malformed-json  | ",
        "{\"paper_size\":\"A4\",\"page_count\":2,\"colour\":1}| unknown-field  | colour",
        "{\"paper_size\":\"A4\",\"page_count\":\"2\"}        | invalid-request | page_count",
        "{\"paper_size\":\"A4\",\"page_count\":2.5}          | invalid-request | page_count",
        "{\"paper_size\":\"A4\",\"page_count\":2147483648} | invalid-request | page_count",
        "{\"paper_size\":\"A4\",\"page_count\":-99999999999999999999} | invalid-request |"
            + " page_count",
        "{\"paper_size\":\"A4\",\"page_count\":0}            | invalid-request | page_count",
        "{\"paper_size\":\"A4\"}                             | invalid-request | page_count",
        "{\"page_count\":2}                                  | invalid-request | paper_size",
        "{\"paper_size\":null,\"page_count\":2}              | invalid-request | paper_size",
        "{\"paper_size\":4,\"page_count\":2}                 | invalid-request | paper_size",
        "{\"paper_size\":true,\"page_count\":2}              | invalid-request | paper_size",
        "{\"paper_size\":\"A4\",\"page_count\":2,\"ink_level\":\"NaN\"} | invalid-request |"
            + " ink_level",
        "{\"paper_size\":\"A4\",\"page_count\":2,\"ink_level\":1e999} | invalid-request |"
            + " ink_level",
        "{\"paper_size\":\"A4\",\"page_count\":2,\"notes\":[1]} | invalid-request | notes.0",
        "{\"paper_size\":\"A4\",\"page_count\":2,\"notes\":[null]} | invalid-request | ",
        "[]                                                  | invalid-request | ",
      })
  void namesWhatIsWrongWithTheBody(String body, String type, String field) throws Exception {
    JsonNode problem = problem(order(body == null ? "" : body), 400, type);
    if (field != null) {
      assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
    }
    assertThat(problem.toString()).doesNotContain("A4");
  }

  @Test
  void refusesOtherMediaTypes() throws Exception {
    HttpResponse<String> form =
        HTTP.send(
            request("/v1/orders")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b"))
                .build(),
            BodyHandlers.ofString());
    problem(form, 415, "unsupported-media-type");
    HttpResponse<String> image =
        HTTP.send(
            request("/v1/orders?pageLimit=1").header("Accept", "image/png").build(),
            BodyHandlers.ofString());
    problem(image, 406, "not-acceptable");
  }

  @Test
  void refusesBodiesOverTheLimitWithAndWithoutLength() throws Exception {
    String big = "{\"paper_size\":\"" + "A".repeat(2000) + "\",\"page_count\":2}";
    problem(order(big), 413, "request-too-large");
    HttpResponse<String> chunked =
        HTTP.send(
            request("/v1/orders")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(
                        () ->
                            new java.io.ByteArrayInputStream(big.getBytes(StandardCharsets.UTF_8))))
                .build(),
            BodyHandlers.ofString());
    problem(chunked, 413, "request-too-large");
  }

  @Test
  void refusesABodyThatStops() throws Exception {
    String answer =
        raw(
            "POST /v1/orders HTTP/1.1\r\nHost: x\r\nX-Glassbox-Service-Token: "
                + TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: 50\r\n"
                + "Connection: close\r\n\r\n{");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:glassbox:problem:bad-request");
  }
}
