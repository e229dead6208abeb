package glassbox.ledger.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentCommitmentTest {
  private static final UUID RUN = new UUID(1, 2);
  private static final String SALT = "01".repeat(32);
  private static final String OTHER = "02".repeat(32);

  @Test
  void cannotBeGuessedWithoutTheSalt() {
    String commitment = ContentCommitment.of(SALT, RUN, null, null, "yes?", "yes");
    assertThat(ContentCommitment.of(OTHER, RUN, null, null, "yes?", "yes"))
        .isNotEqualTo(commitment);
    String request = "c3".repeat(32);
    assertThat(ContentCommitment.ofRequest(SALT, request))
        .isNotEqualTo(ContentCommitment.ofRequest(OTHER, request))
        .isNotEqualTo(request);
  }

  @Test
  void refusesASaltOfAnotherShape() {
    for (String salt : new String[] {"", "01", "AB".repeat(32), "zz".repeat(32)}) {
      assertThatThrownBy(() -> ContentCommitment.of(salt, RUN, null, null, "", ""))
          .hasMessageContaining("salt");
      assertThatThrownBy(() -> ContentCommitment.ofRequest(salt, "c3".repeat(32)))
          .hasMessageContaining("salt");
    }
  }
}
