package glassbox.lab.world.task;

import static glassbox.lab.world.text.Words.line;
import static glassbox.lab.world.text.Words.number;
import static glassbox.lab.world.text.Words.operation;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.Scaffold;
import glassbox.lab.world.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Word problems and orderings: everything needed stands in the prompt. */
final class ReasoningTasks {

  static final List<String> PEOPLE =
      List.of("Ada", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus", "Hal", "Ivy", "Jo");
  private static final List<String> THINGS = List.of("pens", "bolts", "cups", "coins", "seeds");
  private static final List<List<String>> HOLDERS =
      List.of(
          List.of("box", "boxes"),
          List.of("crate", "crates"),
          List.of("bag", "bags"),
          List.of("tray", "trays"));
  private static final List<Scale> SCALES =
      List.of(
          new Scale("taller", "tallest", "shortest"),
          new Scale("older", "oldest", "youngest"),
          new Scale("faster", "fastest", "slowest"));

  private ReasoningTasks() {}

  private record Scale(String more, String most, String least) {}

  static List<Family> families() {
    return List.of(
        Family.worked(Domain.REASONING, "holders", ReasoningTasks::holders),
        Family.worked(Domain.REASONING, "change", ReasoningTasks::change),
        Family.worked(Domain.REASONING, "order", ReasoningTasks::order));
  }

  private static Work holders(Draw draw) {
    int each = draw.number(2, 99);
    int holders = draw.number(2, 99);
    String thing = draw.pick(THINGS);
    List<String> holder = draw.pick(HOLDERS);
    Phrase many = Words.name(holder.get(1), "holder");
    Phrase prompt =
        draw.words(
            Map.of(
                "one", Words.name(holder.getFirst(), "holder"),
                "many", many,
                "x", number(each),
                "y", number(holders),
                "i", thing(thing)),
            "Each {one} holds {x} {i}. How many {i} do {y} {many} hold?",
            "There are {y} {many} with {x} {i} each. How many {i} is that?",
            "How many {i} are in {y} {many} of {x}?");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(
        line(number(holders), " ", many, " of ", number(each), " ", thing(thing)), "calculator");
    String result =
        scaffold.call(
            "calculator", line(number(holders), operation("*", "multiply"), number(each)));
    return counted("holders|" + holders + "|" + each, prompt, scaffold, result, thing);
  }

  private static Work change(Draw draw) {
    int has = draw.number(20, 99);
    int gives = draw.number(2, 19);
    int buys = draw.number(2, 99);
    String thing = draw.pick(THINGS);
    Phrase prompt =
        draw.words(
            Map.of(
                "n", Words.name(draw.pick(PEOPLE), "person"),
                "x", number(has),
                "y", number(gives),
                "z", number(buys),
                "i", thing(thing),
                "minus", operation("gives away", "subtract"),
                "plus", operation("buys", "add")),
            "{n} has {x} {i}, {minus} {y} and {plus} {z}. How many {i} is that?",
            "{n} has {x} {i}. Then {n} {minus} {y} and {plus} {z}. How many {i} has {n}?",
            "How many {i} has {n}, who had {x}, {minus} {y} and {plus} {z}?");
    Scaffold scaffold = draw.scaffold();
    scaffold.given(
        line(number(has), " ", thing(thing), "; ", number(gives), "; ", number(buys)),
        "calculator");
    String result =
        scaffold.call(
            "calculator",
            line(
                number(has),
                operation("-", "subtract"),
                number(gives),
                operation("+", "add"),
                number(buys)));
    return counted("change|" + has + "|" + gives + "|" + buys, prompt, scaffold, result, thing);
  }

  private static Work counted(
      String key, Phrase prompt, Scaffold scaffold, String result, String thing) {
    Phrase answer =
        scaffold.answer(
            line("unit ", thing(thing)), line(number(result, Words.RESULT), " ", thing(thing)));
    return Draw.worked(key, prompt, scaffold, answer, new Reference.Quantity(result, thing));
  }

  private static Work order(Draw draw) {
    var people = new ArrayList<>(PEOPLE);
    Collections.shuffle(people, new Random(draw.random().nextLong()));
    List<String> ranked = people.subList(0, 3);
    Scale scale = draw.pick(SCALES);
    boolean most = draw.random().nextBoolean();
    boolean topFirst = draw.random().nextBoolean();
    String asked = most ? scale.most() : scale.least();
    Phrase top = claim(ranked.get(0), ranked.get(1), scale);
    Phrase low = claim(ranked.get(1), ranked.get(2), scale);
    Phrase prompt =
        draw.words(
            Map.of(
                "p", topFirst ? top : low,
                "q", topFirst ? low : top,
                "op", operation(asked, "order")),
            "{p} {q} Who is the {op}?",
            "{p} {q} Name the {op}.",
            "{p} {q} Which of them is the {op}?");
    Phrase first = relation(ranked.subList(0, 2));
    Phrase second = relation(ranked.subList(1, 3));
    Scaffold scaffold = draw.scaffold();
    scaffold.given(topFirst ? line(first, "; ", second) : line(second, "; ", first), "order");
    scaffold.compute(relation(ranked));
    String right = most ? ranked.getFirst() : ranked.getLast();
    Phrase answer = scaffold.answer(operation(asked, "order"), person(right));
    String key = "order|" + String.join("|", ranked) + "|" + asked;
    return new Work(
        Split.of(key),
        Optional.empty(),
        prompt,
        answer,
        List.of(),
        Reference.Choice.among(right, ranked));
  }

  private static Phrase claim(String a, String b, Scale scale) {
    return line(person(a), " is ", operation(scale.more(), "order"), " than ", person(b), ".");
  }

  private static Phrase relation(List<String> people) {
    return Phrase.join(" > ", people.stream().map(ReasoningTasks::person).toList());
  }

  private static Phrase person(String name) {
    return Words.name(name, "person");
  }

  private static Phrase thing(String things) {
    return Words.unit(things);
  }
}
