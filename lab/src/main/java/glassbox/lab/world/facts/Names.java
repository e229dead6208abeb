package glassbox.lab.world.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The invented names that worlds draw from. */
final class Names {

  static final List<String> COMPANIES =
      List.of(
          "Norvik",
          "Tallis",
          "Brenmoor",
          "Quellan",
          "Hadwin",
          "Serrato",
          "Marlowe",
          "Veldane",
          "Ashgrove",
          "Corvane",
          "Dunleth",
          "Estrin",
          "Farrow",
          "Gilmere",
          "Ilverton",
          "Kestane");
  static final List<String> MEDICINES =
      List.of(
          "Velmora",
          "Tasidol",
          "Quorane",
          "Bexatil",
          "Lunavir",
          "Ordexa",
          "Fenoril",
          "Sorvane",
          "Amiduxa",
          "Caltrene",
          "Dovarin",
          "Elbitran",
          "Gavomil",
          "Hexorin",
          "Ismutal",
          "Jorvadol");
  static final List<String> MATERIALS =
      List.of(
          "durane",
          "solvite",
          "kestrium",
          "palline",
          "ombrite",
          "tarnium",
          "velsite",
          "corrane",
          "felspine",
          "garnoil",
          "hylene",
          "ixolite");
  static final List<String> CONSTANTS =
      List.of(
          "Tarn constant",
          "Osmer constant",
          "Brell constant",
          "Kaldor constant",
          "Wick constant",
          "Halden constant",
          "Ryle constant",
          "Sorn constant");
  static final List<String> SITES =
      List.of(
          "Arlen", "Bosk", "Corrin", "Dunmore", "Eskle", "Fennick", "Garth", "Holmby", "Istrel",
          "Jarrow", "Kelso", "Lorne");

  private Names() {}

  /** The first name, which every world has, and {@code n - 1} others, in the order of the list. */
  static List<String> draw(List<String> names, int n, RandomGenerator random) {
    var others = new ArrayList<>(names.subList(1, names.size()));
    Collections.shuffle(others, new Random(random.nextLong()));
    var chosen = new ArrayList<>(others.subList(0, n - 1));
    chosen.add(names.getFirst());
    chosen.sort((a, b) -> Integer.compare(names.indexOf(a), names.indexOf(b)));
    return chosen;
  }
}
