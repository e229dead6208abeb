package glassbox.critics.order;

import glassbox.critics.Claim;
import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Material;
import glassbox.critics.Material.AgentAnswer;
import glassbox.critics.Material.CodeTest;
import glassbox.critics.Material.Document;
import glassbox.critics.field.Field;
import glassbox.critics.field.Role;
import glassbox.critics.field.Stretch;
import glassbox.critics.plan.PlanTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Drafts on which order sensitivity is measured where nobody brings others: for every critic some
 * that it passes, some that it flags and some that it cannot judge. Drawn from a seed.
 */
public final class HeldOutDrafts {
  private static final List<String> PLACES = List.of("Arlen", "Bosk", "Corvin", "Delm");
  private final Random random;
  private final List<Draft> drafts = new ArrayList<>();

  private HeldOutDrafts(long seed) {
    this.random = new Random(seed);
  }

  /** Nine drafts a group, half of each kind wrong. */
  public static List<Draft> of(long seed, int groups) {
    HeldOutDrafts held = new HeldOutDrafts(seed);
    for (int i = 0; i < groups; i++) {
      held.add(i % 2 == 0);
    }
    return List.copyOf(held.drafts);
  }

  private void add(boolean right) {
    int a = 2 + random.nextInt(90);
    int off = right ? 0 : 1 + random.nextInt(9);
    conversion(a, off);
    contradiction(a, off);
    sum(a, off);
    tool(a, off);
    scaffold(a, off);
    cited(right);
    code(a, off);
    plan(right);
    debate(a, off);
  }

  private void conversion(int a, int off) {
    drafts.add(
        Draft.of(
            "How many grams are " + a + " kg?", "%d kg is %d g.".formatted(a, a * 1000 + off)));
  }

  private void contradiction(int a, int off) {
    drafts.add(
        new Draft(
            "What is the dose of Zorvex?",
            Optional.of("The dose of Zorvex is %d mg. At most %d mg may be taken.".formatted(a, a)),
            "The dose of Zorvex is %d mg.".formatted(a + off),
            List.of(),
            List.of()));
  }

  private void sum(int a, int off) {
    drafts.add(
        Draft.of(
            "Derive the total.",
            "S1: %d + 5 = %d. S2: by S%d the total is %d."
                .formatted(a, a + 5 + off, off == 0 ? 1 : 7, a + 5)));
  }

  private void tool(int a, int off) {
    int total = 3 * a;
    drafts.add(
        new Draft(
            "What do 3 boxes of " + a + " pens hold?",
            Optional.empty(),
            "They hold %d pens.".formatted(total + off),
            List.of(
                Fragment.call("t1", "calculator", "3*" + a, Integer.toString(total)),
                Fragment.call("t2", "calculator", a + "*3", Integer.toString(total + off))),
            List.of(
                new Claim(
                    "c1", "They hold %d pens.".formatted(total + off), List.of("t1", "t2")))));
  }

  private void scaffold(int a, int off) {
    String given = "[Given]" + a + " kg";
    String trace = "[Trace]t" + (off == 0 ? 1 : 9) + " convert";
    String answer = "[Answer]" + (a * 1000 + off) + " g";
    List<Stretch> fields = new ArrayList<>();
    int at = field(fields, Field.GIVEN, 0, "[Given]".length(), given.length());
    at = field(fields, Field.TRACE, at, "[Trace]".length(), trace.length());
    field(fields, Field.ANSWER, at, "[Answer]".length(), answer.length());
    drafts.add(
        new Draft(
                "How many grams are " + a + " kg?",
                Optional.empty(),
                given + trace + answer,
                List.of(Fragment.call("t1", "convert", a + " kg g", a * 1000 + " g")),
                List.of())
            .withStretches(fields)
            .withDomain("tools"));
  }

  private static int field(List<Stretch> fields, Field field, int at, int marker, int length) {
    fields.add(new Stretch(field, Role.MARKER, at, at + marker));
    fields.add(new Stretch(field, Role.TEXT, at + marker, at + length));
    return at + length;
  }

  private void cited(boolean right) {
    String text = "The river rises in spring and falls in late summer.";
    String quote = right ? "rises in spring and falls" : "falls in spring and rises";
    drafts.add(
        Draft.of("When does the river rise?", "It \"%s\" [%d].".formatted(quote, right ? 1 : 4))
            .withMaterial(
                new Material(
                    List.of(new Document("1", Optional.of("Rivers"), text)),
                    List.of(),
                    Optional.empty(),
                    List.of())));
  }

  private void code(int a, int off) {
    drafts.add(
        Draft.of(
                "Write a method f that adds " + a + ".",
                "int f(int x){return x+%d;}".formatted(a + off))
            .withDomain("code")
            .withMaterial(
                new Material(
                    List.of(),
                    List.of(new CodeTest("f(1)", Integer.toString(a + 1))),
                    Optional.empty(),
                    List.of())));
  }

  private void plan(boolean right) {
    List<PlanTask.Road> roads = new ArrayList<>();
    for (int i = 1; i < PLACES.size(); i++) {
      roads.add(
          new PlanTask.Road(
              PLACES.get(i - 1), PLACES.get(i), 5, OptionalDouble.empty(), false, false));
    }
    PlanTask task =
        new PlanTask(
            PLACES,
            roads,
            Optional.of("Arlen"),
            Optional.of("Corvin"),
            List.of(),
            List.of("Delm"),
            Optional.empty(),
            new PlanTask.Limits(
                OptionalDouble.of(10),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty()));
    drafts.add(
        Draft.of(
                "Plan a trip from Arlen to Corvin.",
                right ? "Arlen Bosk Corvin 10 km" : "Arlen Bosk Corvin Delm Corvin 20 km")
            .withDomain("planning")
            .withMaterial(new Material(List.of(), List.of(), Optional.of(task), List.of())));
  }

  private void debate(int a, int off) {
    drafts.add(
        Draft.of("How far is it?", "It is " + a + " km.")
            .withDomain("debate")
            .withMaterial(
                new Material(
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of(new AgentAnswer("b", (a * 1000 + off) + " m", true)))));
  }
}
