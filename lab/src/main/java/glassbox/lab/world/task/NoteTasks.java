package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Attribute;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.EntityKind;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.Lookup;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import java.util.List;
import java.util.Map;

/** What the user has noted, and how long it is until then. */
final class NoteTasks {

  private static final int LAST_MORNING_HOUR = 9;

  private NoteTasks() {}

  static List<Family> families() {
    return List.of(
        RecallTasks.fromMemory(Domain.NOTES),
        RecallTasks.fromContext(Domain.NOTES),
        RecallTasks.quoted(Domain.NOTES),
        RecallTasks.lookedUp(Domain.NOTES),
        Family.worked(Domain.NOTES, "hours", NoteTasks::hours));
  }

  private static Work hours(Draw draw) {
    Fact note = draw.book().find(draw.name(EntityKind.APPOINTMENT), Attribute.DATE).orElseThrow();
    String text = note.value().text();
    String hour = text.substring(text.indexOf(" at ") + " at ".length());
    int from = draw.number(1, LAST_MORNING_HOUR);
    Phrase item = Words.entity(note.entity());
    Phrase prompt =
        draw.words(
            Map.of("e", item, "n", number(from), "op", operation("after", "subtract")),
            "How many hours {op} {n} is my {e}?",
            "How long is it from {n} to my {e}?",
            "Count the hours from {n} to my {e}.");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(line(item, "; ", number(from)), "sql", "calculator");
    scaffold.call("sql", Lookup.of(note));
    String result =
        scaffold.call(
            "calculator",
            line(number(hour, Words.RESULT), operation("-", "subtract"), number(from)));
    Phrase answer =
        scaffold.answer(
            line("unit ", Words.unit("hours")),
            line(number(result, Words.RESULT), " ", Words.unit("hours")));
    return Draw.worked(
        "hours|" + note.entity().name() + "|" + from,
        prompt,
        scaffold,
        answer,
        new Reference.Quantity(result, "hours"));
  }
}
