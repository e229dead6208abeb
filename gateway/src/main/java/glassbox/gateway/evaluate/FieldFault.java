package glassbox.gateway.evaluate;

/** What one field of a request must be. Never holds its value. */
public record FieldFault(String field, String message) {}
