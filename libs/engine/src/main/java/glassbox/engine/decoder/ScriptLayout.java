package glassbox.engine.decoder;

import glassbox.engine.checkpoint.ModelConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a compiled step finds each weight: the names of the lists it is called with, in order.
 *
 * @param matrices packed, m[i]
 * @param vectors the embedding and the norms' weights, v[i]
 * @param biases b[i]
 * @param sites that adapters change; A and B of the i-th are a[2i] and a[2i + 1]
 * @param laneSetOfSite of the i-th site, an index into {@code laneSets}
 * @param laneSets the distinct column-to-lane maps of those sites; a session's mask of the i-th is
 *     l[i]
 */
record ScriptLayout(
    List<String> matrices,
    List<String> vectors,
    List<String> biases,
    List<String> sites,
    List<Integer> laneSetOfSite,
    List<List<Integer>> laneSets) {

  static ScriptLayout of(ModelConfig config, LoadedWeights weights) {
    List<String> matrices = new ArrayList<>();
    List<String> vectors = new ArrayList<>(List.of("embedding"));
    List<String> biases = new ArrayList<>();
    List<String> sites = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      vectors.add(Site.name(layer, "attention_norm.weight"));
      vectors.add(Site.name(layer, "mlp_norm.weight"));
      if (config.queryKeyNorm()) {
        vectors.add(Site.name(layer, "query_norm.weight"));
        vectors.add(Site.name(layer, "key_norm.weight"));
      }
      for (String site : Site.of(config, layer)) {
        matrices.add(site + ".weight");
        if (weights.find(site + ".bias") != null) {
          biases.add(site + ".bias");
        }
        if (weights.adapters().containsKey(site)) {
          sites.add(site);
        }
      }
    }
    vectors.add("final_norm.weight");
    matrices.add("head.weight");
    List<List<Integer>> laneSets =
        sites.stream().map(site -> weights.adapted(site).laneList()).distinct().toList();
    List<Integer> indices =
        sites.stream().map(site -> laneSets.indexOf(weights.adapted(site).laneList())).toList();
    return new ScriptLayout(matrices, vectors, biases, sites, indices, laneSets);
  }

  /** How many arrays the lists of weights hold together. */
  int arrays() {
    return matrices.size() + vectors.size() + biases.size() + 2 * sites.size();
  }

  String matrix(String name) {
    return at("m", matrices.indexOf(name + ".weight"));
  }

  String vector(String name) {
    return at("v", vectors.indexOf(name));
  }

  /** {@code None} when there is none. */
  String bias(String site) {
    int index = biases.indexOf(site + ".bias");
    return index < 0 ? "None" : at("b", index);
  }

  boolean adapted(String site) {
    return sites.contains(site);
  }

  int laneSet(String site) {
    return laneSetOfSite.get(sites.indexOf(site));
  }

  String a(String site) {
    return at("a", 2 * sites.indexOf(site));
  }

  String b(String site) {
    return at("a", 2 * sites.indexOf(site) + 1);
  }

  private static String at(String list, int index) {
    if (index < 0) {
      throw new IllegalArgumentException("no such weight in " + list);
    }
    return list + "[" + index + "]";
  }
}
