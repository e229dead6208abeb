package glassbox.contracts.generation;

/** Asks for an independent forward pass over a sealed block. {@code block} is base64. */
public record ReplayRequest(String federation, String block) {}
