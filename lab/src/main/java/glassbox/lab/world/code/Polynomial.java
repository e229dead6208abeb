package glassbox.lab.world.code;

import java.util.ArrayList;
import java.util.List;

/**
 * A polynomial with int coefficients that wrap around: equal ones are equal methods.
 *
 * @param coefficients of x to the power of the index; the last is not zero
 */
record Polynomial(List<Integer> coefficients) {

  Polynomial {
    int n = coefficients.size();
    while (n > 0 && coefficients.get(n - 1) == 0) {
      n--;
    }
    coefficients = List.copyOf(coefficients.subList(0, n));
  }

  static Polynomial constant(int value) {
    return new Polynomial(List.of(value));
  }

  static Polynomial variable() {
    return new Polynomial(List.of(0, 1));
  }

  Polynomial plus(Polynomial other) {
    var sum = new ArrayList<Integer>();
    for (int i = 0; i < Math.max(coefficients.size(), other.coefficients.size()); i++) {
      sum.add(of(i) + other.of(i));
    }
    return new Polynomial(sum);
  }

  Polynomial times(Polynomial other) {
    var product = new int[coefficients.size() + other.coefficients.size()];
    for (int i = 0; i < coefficients.size(); i++) {
      for (int j = 0; j < other.coefficients.size(); j++) {
        product[i + j] += of(i) * other.of(j);
      }
    }
    var list = new ArrayList<Integer>();
    for (int coefficient : product) {
      list.add(coefficient);
    }
    return new Polynomial(list);
  }

  private int of(int power) {
    return power < coefficients.size() ? coefficients.get(power) : 0;
  }
}
