package glassbox.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.reference.TinyTokenizer;
import glassbox.engine.text.Tokenizer;
import glassbox.ledger.block.TokenEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTextTest {
  @TempDir Path folder;
  private Tokenizer tokenizer;

  @BeforeEach
  void load() throws IOException {
    TinyTokenizer.write(folder);
    tokenizer = Tokenizer.load(folder);
  }

  @AfterEach
  void close() {
    tokenizer.close();
  }

  private static TokenStep step(int position, int id) {
    TokenEntry entry = new TokenEntry(new float[] {-1}, -1, -1, 1, false, true, 0);
    return new TokenStep(
        position, "", id, entry, new double[1], new double[] {1}, 0, 0, 0, List.of(), List.of());
  }

  /** One character a token; gives what is settled after each. */
  private List<String> settled(AnswerText text, String characters) {
    List<String> settled = new ArrayList<>();
    int[] ids = tokenizer.encode(characters);
    for (int i = 0; i < ids.length && !text.stopped(); i++) {
      settled.add(
          text.append(step(i, ids[i]), false).stream()
              .map(TokenStep::text)
              .collect(Collectors.joining()));
    }
    return settled;
  }

  @Test
  void holdsBackWhatMayBecomeAStopString() {
    AnswerText text = new AnswerText(tokenizer.stream(), List.of("abc"));
    assertThat(settled(text, "xabdab")).containsExactly("x", "", "", "abd", "", "");
    assertThat(text.finish()).extracting(TokenStep::text).containsExactly("a", "b");
    assertThat(text.text()).isEqualTo("xabdab");
  }

  @Test
  void cutsAStopStringThatSpansTokens() {
    AnswerText text = new AnswerText(tokenizer.stream(), List.of("abc"));
    assertThat(settled(text, "xxababcyy")).containsExactly("x", "x", "", "", "ab", "", "");
    assertThat(text.stopped()).isTrue();
    assertThat(text.text()).isEqualTo("xxab");
  }

  @Test
  void firstOfSeveralStopStringsWins() {
    AnswerText text = new AnswerText(tokenizer.stream(), List.of("bcd", "ab"));
    settled(text, "xabcd");
    assertThat(text.text()).isEqualTo("x");
  }

  @Test
  void endTokensAddNoText() {
    AnswerText text = new AnswerText(tokenizer.stream(), List.of());
    settled(text, "ok");
    assertThat(text.append(step(2, 0), true)).extracting(TokenStep::text).containsExactly("");
    assertThat(text.text()).isEqualTo("ok");
  }
}
