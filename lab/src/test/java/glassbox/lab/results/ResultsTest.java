package glassbox.lab.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

  @Test
  void writesADocumentInItsOrder(@TempDir Path folder) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("z", List.of(1, 2.5));
    document.put("a", Map.of("b", "c"));
    ResultFile.write(folder.resolve("new"), "some", document);
    assertThat(Files.readString(folder.resolve("new/some.json")))
        .isEqualTo("{\n  \"z\" : [ 1, 2.5 ],\n  \"a\" : {\n    \"b\" : \"c\"\n  }\n}\n");
  }

  @Test
  void saysOfEachBarWhetherItHolds() {
    StringWriter text = new StringWriter();
    Bar.print(
        List.of(Bar.below("residual", 2.5e-13, "nats", 1e-9, 9), Bar.all("found", 1, 2)),
        new PrintWriter(text));
    assertThat(text.toString().lines())
        .containsExactly(
            "holds  residual: 2.500e-13 nats (< 1.0E-9)", "MISSED found: 0.5000 share (= 1)");
  }
}
