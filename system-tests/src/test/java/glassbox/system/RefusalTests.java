package glassbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input, strangers and other tenants: each refused with the type of its problem. */
abstract class RefusalTests extends StackTests {

  static Stream<Arguments> badRequests() {
    return Stream.of(
        bad(404, "model-not-found", "{'model_path':'nobody','prompt':'SECRET-TEXT'}"),
        bad(404, "model-not-found", "{'model_path':'../../etc/passwd','prompt':'SECRET-TEXT'}"),
        bad(404, "model-not-found", "{'model_path':'/models/demo','prompt':'SECRET-TEXT'}"),
        bad(400, "invalid-request", "{'model_path':'demo','prompt':''}"),
        bad(400, "invalid-request", "{'model_path':'demo'}"),
        bad(400, "invalid-request", "{'model_path':'demo','prompt':7}"),
        bad(400, "invalid-request", "{'model_path':'demo','prompt':['SECRET-TEXT']}"),
        bad(400, "malformed-json", "{'model_path':'demo','prompt':'SECRET-TEXT'"),
        bad(400, "malformed-json", ""),
        bad(400, "unknown-field", "{'model_path':'demo','prompt':'SECRET-TEXT','tempature':1}"),
        bad(
            400,
            "invalid-request",
            "{'model_path':'demo','prompt':'x','certificate':'SECRET-TEXT'}"),
        bad(400, "invalid-request", "{'model_path':'demo','prompt':'x','routing':'SECRET-TEXT'}"),
        bad(400, "invalid-request", "{'model_path':'demo','prompt':'x','domain':'SECRET-TEXT'}"),
        bad(400, "malformed-json", generation("'temperature':NaN")),
        bad(400, "invalid-request", generation("'temperature':'NaN'")),
        bad(400, "invalid-request", generation("'temperature':1e999")),
        bad(400, "invalid-request", generation("'temperature':0")),
        bad(400, "invalid-request", generation("'temperature':-1")),
        bad(400, "invalid-request", generation("'top_p':0")),
        bad(400, "invalid-request", generation("'top_p':1.5")),
        bad(400, "invalid-request", generation("'max_new_tokens':0")),
        bad(400, "invalid-request", generation("'max_new_tokens':2.5")),
        bad(400, "invalid-request", generation("'max_new_tokens':99999999999")),
        bad(
            413,
            "request-too-large",
            "{'model_path':'demo','prompt':'" + "SECRET-TEXT ".repeat(87_400) + "'}"));
  }

  private static Arguments bad(int status, String type, String body) {
    return Arguments.of(status, type, body.replace('\'', '"'));
  }

  private static String generation(String settings) {
    return "{'model_path':'demo','prompt':'SECRET-TEXT','generation_config':{" + settings + "}}";
  }

  @ParameterizedTest(name = "{index} {1}")
  @MethodSource("glassbox.system.RefusalTests#badRequests")
  @Order(10)
  void refusesBadRequestsByType(int status, String type, String body) {
    api.ask(body).problem(status, type);
  }

  @Test
  @Order(11)
  void refusesStrangersAndWrongPaths() {
    api.send("POST", "/glad/evaluate", null, Api.QUESTION).problem(401, "unauthenticated");
    api.send("POST", "/glad/evaluate", "gb_no_such_key", Api.QUESTION)
        .problem(401, "unauthenticated");
    api.get("/v1/runs/0197c0de-0000-7000-8000-000000000000").problem(404, "run-not-found");
    api.get("/nowhere").problem(404, "not-found");
    api.send("DELETE", "/glad/evaluate", stack.key(), null).problem(405, "method-not-allowed");
  }

  @Test
  @Order(12)
  void refusesWrongScopesAndOtherTenants() throws IOException {
    stack.addKey("gbx_reader", "reader", "runs:read");
    String run = acknowledge();
    api.send("POST", "/glad/evaluate", "gbx_reader", Api.QUESTION).problem(403, "scope-missing");
    api.send("GET", "/v1/runs/" + run, "gbx_reader", null).problem(404, "run-not-found");
    api.send("GET", "/v1/runs/" + run + "/tokens", "gbx_reader", null)
        .problem(404, "run-not-found");
    assertThat(api.send("GET", "/v1/runs", "gbx_reader", null).json().path("runs")).isEmpty();
    assertThat(api.get("/v1/runs/" + run).status()).isEqualTo(200);
  }
}
