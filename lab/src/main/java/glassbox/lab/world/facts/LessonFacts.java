package glassbox.lab.world.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Definitions and small methods: the same in every world, for they are true. */
final class LessonFacts {

  private static final Map<String, String> TERMS = terms();
  private static final Map<String, String> METHODS = methods();

  private LessonFacts() {}

  static List<Fact> all() {
    var facts = new ArrayList<Fact>();
    List<String> meanings = List.copyOf(TERMS.values());
    TERMS.forEach(
        (term, meaning) ->
            facts.add(
                Fact.taught(
                    Domain.EDUCATION,
                    new Entity(EntityKind.TERM, term),
                    Attribute.MEANING,
                    new Drawn(Value.of(meaning), meanings))));
    List<String> bodies = List.copyOf(METHODS.values());
    METHODS.forEach(
        (method, body) ->
            facts.add(
                Fact.taught(
                    Domain.CODE,
                    new Entity(EntityKind.METHOD, method),
                    Attribute.BODY,
                    new Drawn(Value.of(body), bodies))));
    return facts;
  }

  private static Map<String, String> terms() {
    var terms = new LinkedHashMap<String, String>();
    terms.put("sum", "the result of adding");
    terms.put("difference", "the result of subtracting");
    terms.put("product", "the result of multiplying");
    terms.put("quotient", "the result of dividing");
    terms.put("remainder", "what is left after dividing");
    terms.put("mean", "the sum divided by the count");
    terms.put("square", "a number times itself");
    terms.put("dozen", "a group of twelve");
    terms.put("factor", "a number that divides another");
    terms.put("range", "the largest less the smallest");
    return terms;
  }

  private static Map<String, String> methods() {
    var methods = new LinkedHashMap<String, String>();
    methods.put("twice", "x+x");
    methods.put("next", "x+1");
    methods.put("previous", "x-1");
    methods.put("squared", "x*x");
    methods.put("tenfold", "x*10");
    methods.put("negated", "0-x");
    return methods;
  }
}
