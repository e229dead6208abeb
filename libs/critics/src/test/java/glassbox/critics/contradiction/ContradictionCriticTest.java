package glassbox.critics.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionCriticTest {
  private static final ContradictionCritic CRITIC =
      new ContradictionCritic(ContradictionSettings.DEFAULT);

  private static Verdict judge(String context, String answer) {
    return CRITIC.judge(
        new Draft("What is it?", Optional.of(context), answer, List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The parcel weighs 3 kg.                | The parcel weighs 4 kg.",
        "The parcel weighs 3 kg.                | The parcel weighs 3100 g.",
        "Acme's revenue in 2023 was 120 million EUR. | The revenue of Acme in 2023 was 130 million"
            + " EUR.",
        "The drug is safe for children.         | The drug is not safe for children.",
        "The drug isn't safe for children.      | The drug is safe for children.",
        "Never give aspirin to infants.         | Give aspirin to infants.",
        "Sales of Acme increased in 2023.       | Sales of Acme decreased in 2023.",
        "The valve is open.                     | The valve is closed.",
        "All swans here are white.              | No swans here are white.",
        "All swans here are white.              | Some swans here are not white.",
        "The gate is always locked.             | The gate is never locked.",
        "The capital of Australia is Canberra.  | The capital of Australia is Sydney.",
        "The maximum dose of Aspirin is 5 mg.   | The dose of Aspirin is 7 mg.",
        "The dose of Aspirin must not exceed 5 mg. | The dose of Aspirin is 7 mg.",
        "The dose of Aspirin is at least 5 mg.  | The dose of Aspirin is 2 mg.",
        "The price is 100 EUR.                  | The price is 120 EUR.",
        "No more than 6 doses of Ordexa a day.  | No more than 8 doses of Ordexa a day.",
        "Your dentist appointment is on Monday at 12. | Your dentist appointment is on Friday at"
            + " 12.",
        "The flag is red.                       | The flag is green.",
      })
  void flagsConflictsWithTheContext(String context, String answer) {
    assertThat(judge(context, answer)).isInstanceOf(Verdict.Flagged.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The parcel weighs 3 kg.                | The parcel weighs 3 kg.",
        "The parcel weighs 3 kg.                | The parcel weighs 3000 g.",
        "The parcel weighs 3.2 kg.              | The parcel weighs 3.21 kg.",
        "Box A weighs 3 kg.                     | Box B weighs 4 kg.",
        "Acme's revenue in 2023 was 120 million EUR. | Acme's revenue in 2022 was 90 million EUR.",
        "The minimum dose is 5 mg.              | The maximum dose is 10 mg.",
        "The maximum dose of Aspirin is 5 mg.   | The dose of Aspirin is 4 mg.",
        "The parcel weighs about 3 kg.          | The parcel weighs 3.4 kg.",
        "The drug is safe for children.         | The drug is not safe for adults with asthma.",
        "The drug is not safe.                  | The drug is unsafe.",
        "If the drug is not safe, stop.         | The drug is safe.",
        "Hot water is useful.                   | Cold water is useful.",
        "Some swans here are white.             | Some swans here are not white.",
        "The company is large.                  | The company is profitable.",
        "The capital of Australia is Canberra.  | The capital of Austria is Vienna.",
        "Is the valve open?                     | The valve is closed.",
        "Step 1 gives 5 kg.                     | Step 2 gives 7 kg.",
        "The meeting is on Monday.              | The dinner is on Friday.",
        "No changes to the selector            | Changes to the selector",
        "Red paint is cheap.                    | Green paint is cheap.",
        "It weighs 3 kg.                        | It weighs 4 kg.",
        "The valve is open.                     | Nothing else is known.",
      })
  void leavesAloneWhatAgreesOrIsAboutSomethingElse(String context, String answer) {
    assertThat(judge(context, answer)).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void flagsConflictsWithinTheAnswer() {
    String answer = "The tank holds water. The tank is 5 m long. So the tank is 6 m long.";
    Verdict verdict = CRITIC.judge(Draft.of("How long is the tank?", answer));
    assertThat(verdict).isInstanceOf(Verdict.Flagged.class);
    assertThat(((Verdict.Flagged) verdict).findings().getFirst().start())
        .isEqualTo(answer.indexOf("So the"));
  }

  @Test
  void flagsConflictsWithThePrompt() {
    Verdict verdict =
        CRITIC.judge(Draft.of("A parcel weighs 3 kg. How heavy is it?", "The parcel weighs 4 kg."));
    assertThat(verdict).isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void questionsOfThePromptContradictNothing() {
    assertThat(CRITIC.judge(Draft.of("Is the valve open?", "The valve is not open.")))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void countsSentencesThatHaveAPremise() {
    assertThat(judge("The valve is open.", "The valve is open. Nothing else matters."))
        .isEqualTo(new Verdict.Passed(1));
  }

  @Test
  void confidenceBelowTheBarDoesNotFlag() {
    EntailmentModel unsure =
        new EntailmentModel() {
          @Override
          public Entailment infer(Proposition premise, Proposition hypothesis) {
            return Entailment.contradiction(.59, "unsure");
          }

          @Override
          public String name() {
            return "unsure/1";
          }
        };
    Draft draft = Draft.of("The valve is open.", "The valve is open.");
    assertThat(new ContradictionCritic(unsure, new ContradictionSettings(.6)).judge(draft))
        .isEqualTo(new Verdict.Passed(1));
    assertThat(new ContradictionCritic(unsure, new ContradictionSettings(.5)).judge(draft))
        .isInstanceOf(Verdict.Flagged.class);
  }

  @Test
  void modelAndBarAreInTheHash() {
    assertThat(CRITIC.identity().configHash())
        .isNotEqualTo(
            new ContradictionCritic(new ContradictionSettings(.7)).identity().configHash());
  }
}
