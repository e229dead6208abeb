package glassbox.ledger.run;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.ledger.VectorFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The vectors of docs/formats/envelope-v1.md. */
class EnvelopeVectorsTest {
  private static final String RUN = "01939c7e-5f00-7000-8000-00000000002a";

  record File(List<Envelope> envelopes, List<Content> contents) {}

  record Envelope(String json, String canonical, String recordHash) {}

  record Content(
      String salt,
      String runId,
      @Nullable String system,
      @Nullable String context,
      String prompt,
      String answer,
      String contentHash,
      String requestHash,
      String requestCommitment) {}

  @Test
  void hashesTheCommittedEnvelopes() throws IOException {
    File file = VectorFile.read("envelope-v1.json", File.class, current());
    assertThat(file.envelopes()).hasSizeGreaterThanOrEqualTo(4);
    for (Envelope vector : file.envelopes()) {
      assertThat(canonical(vector.json())).isEqualTo(vector.canonical());
      assertThat(RunRecordHash.of(vector.json())).isEqualTo(vector.recordHash());
    }
  }

  @Test
  void commitsToTheCommittedContents() throws IOException {
    File file = VectorFile.read("envelope-v1.json", File.class, current());
    assertThat(file.contents()).hasSizeGreaterThanOrEqualTo(3);
    for (Content vector : file.contents()) {
      assertThat(commitment(vector)).isEqualTo(vector.contentHash());
      assertThat(ContentCommitment.ofRequest(vector.salt(), vector.requestHash()))
          .isEqualTo(vector.requestCommitment());
    }
  }

  private static String canonical(String json) {
    return new String(RunRecordHash.canonical(json), StandardCharsets.UTF_8);
  }

  private static String commitment(Content content) {
    return ContentCommitment.of(
        content.salt(),
        UUID.fromString(content.runId()),
        content.system(),
        content.context(),
        content.prompt(),
        content.answer());
  }

  private static Content content(
      String salt,
      @Nullable String system,
      @Nullable String context,
      String prompt,
      String answer) {
    return new Content(
        salt.repeat(32), RUN, system, context, prompt, answer, "", "c3".repeat(32), "");
  }

  private static File current() {
    List<Envelope> envelopes = new ArrayList<>();
    for (String json :
        List.of(
            "{ \"seed\": 42, \"run_id\": \"" + RUN + "\", \"report\": null }",
            "{\"seed\":-9223372036854775808,\"usage\":{\"prompt_tokens\":3}}",
            "{\"seed\":9007199254740993,\"csa\":0.30000000000000004,\"chi\":1E-7}",
            "{\"reasons\":[\"caf\\u00e9 \\u20ac\",\"a\\/b\\u0007\",null],\"blocks\":[]}")) {
      envelopes.add(new Envelope(json, canonical(json), RunRecordHash.of(json)));
    }
    List<Content> contents = new ArrayList<>();
    for (Content content :
        List.of(
            content("00", null, null, "", ""),
            content("5a", null, "Net income rose.", "Did it rise?", "Yes."),
            content("5b", "Be brief.", "", "Caf\u00e9 \ud83d\ude00?", "\u20ac 5"))) {
      contents.add(
          new Content(
              content.salt(),
              content.runId(),
              content.system(),
              content.context(),
              content.prompt(),
              content.answer(),
              commitment(content),
              content.requestHash(),
              ContentCommitment.ofRequest(content.salt(), content.requestHash())));
    }
    return new File(envelopes, contents);
  }
}
