package glassbox.gateway.broken;

/** Prints outside the lab. */
public final class GatewayThatPrints {

  void print() {
    System.out.println("x");
  }
}
