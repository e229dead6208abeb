package glassbox.critics.quantity;

import glassbox.critics.quantity.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Splits text into numbers, words, operators and pauses. Linear; never throws. */
final class Lexer {
  private static final Map<String, Double> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("zero", 0.0),
          Map.entry("two", 2.0),
          Map.entry("three", 3.0),
          Map.entry("four", 4.0),
          Map.entry("five", 5.0),
          Map.entry("six", 6.0),
          Map.entry("seven", 7.0),
          Map.entry("eight", 8.0),
          Map.entry("nine", 9.0),
          Map.entry("ten", 10.0),
          Map.entry("eleven", 11.0),
          Map.entry("twelve", 12.0),
          Map.entry("thirteen", 13.0),
          Map.entry("fourteen", 14.0),
          Map.entry("fifteen", 15.0),
          Map.entry("sixteen", 16.0),
          Map.entry("seventeen", 17.0),
          Map.entry("eighteen", 18.0),
          Map.entry("nineteen", 19.0),
          Map.entry("twenty", 20.0),
          Map.entry("thirty", 30.0),
          Map.entry("forty", 40.0),
          Map.entry("fifty", 50.0),
          Map.entry("sixty", 60.0),
          Map.entry("seventy", 70.0),
          Map.entry("eighty", 80.0),
          Map.entry("ninety", 90.0));
  private static final Map<String, Kind> OPERATOR_WORDS =
      Map.of("plus", Kind.PLUS, "minus", Kind.MINUS, "times", Kind.TIMES, "per", Kind.DIVIDE);

  private final String text;
  private final NumberReader numbers;
  private final List<Token> tokens = new ArrayList<>();
  private boolean decimalCommas;
  private boolean freeBracket;
  private boolean spaced = true;
  private int at;

  private Lexer(String text, boolean decimalCommas) {
    this.text = text;
    this.numbers = new NumberReader(text, decimalCommas);
  }

  /** All tokens; offsets are UTF-16. */
  static List<Token> lex(String text) {
    String plain = Glyphs.plain(text);
    Lexer first = new Lexer(plain, false);
    first.run();
    if (!first.decimalCommas) {
      return NumberPhrases.join(first.tokens);
    }
    Lexer second = new Lexer(plain, true);
    second.run();
    return NumberPhrases.join(second.tokens);
  }

  private void run() {
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c == '\n' || c == '\r') {
        single(Kind.STOP);
        spaced = true;
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        at += Character.charCount(c);
        spaced = true;
      } else {
        token(c);
      }
    }
  }

  private void token(int c) {
    if (digitAt(at) || (c == '.' && digitAt(at + 1) && spaced)) {
      number();
    } else if (Fractions.at(text, at).isPresent()) {
      add(Kind.NUMBER, at + 1, Fractions.exact(Fractions.at(text, at).getAsDouble()));
    } else if (Character.isLetter(c) || c == '°') {
      word();
    } else if (Money.sign(c)) {
      single(Kind.CURRENCY);
    } else {
      symbol(c);
    }
  }

  private void number() {
    NumberReader.Result result = numbers.read(at);
    decimalCommas |= result.decimalComma();
    int end = result.end();
    int after = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    OptionalDouble fraction = Fractions.at(text, after);
    if (fraction.isPresent()
        && !result.number().rounded()
        && result.number() != Token.Number.NONE) {
      double whole = result.number().value();
      add(Kind.NUMBER, after + 1, Fractions.exact(whole + fraction.getAsDouble()));
      return;
    }
    int letters = wordEnd(end);
    boolean named = result.number() == Token.Number.NONE;
    if (!named && letters > end) {
      String glued = text.substring(end, letters);
      boolean times = glued.startsWith("x") && digitAt(end + 1);
      named = !times && UnitTable.find(UnitWords.base(glued)).isEmpty() && !Scale.known(glued);
    }
    if (named) {
      add(Kind.WORD, Math.max(letters, end), Token.Number.NONE);
    } else {
      add(Kind.NUMBER, end, result.number());
    }
  }

  private void word() {
    boolean times = text.charAt(at) == 'x' && digitAt(at + 1) && after(Kind.NUMBER);
    if (times || (text.charAt(at) == 'x' && wordEnd(at) == at + 1 && after(Kind.NUMBER))) {
      single(Kind.TIMES);
      return;
    }
    int end = Math.max(wordEnd(at), at + 1);
    if (text.regionMatches(true, at, "per cent", 0, 8) && wordEnd(end + 1) == end + 5) {
      add(Kind.WORD, end + 5, Token.Number.NONE);
      return;
    }
    String word = text.substring(at, end);
    String lower = word.length() > 10 ? "" : word.toLowerCase(Locale.ROOT);
    if (NUMBER_WORDS.containsKey(lower)) {
      add(Kind.NUMBER, end, Token.Number.whole(NUMBER_WORDS.get(lower)));
    } else {
      add(OPERATOR_WORDS.getOrDefault(lower, Kind.WORD), end, Token.Number.NONE);
    }
  }

  private boolean after(Kind kind) {
    return !tokens.isEmpty() && (tokens.getLast().is(kind) || tokens.getLast().is(Kind.WORD));
  }

  private int wordEnd(int from) {
    int i = from;
    if (i < text.length() && text.charAt(i) == '°') {
      i++;
      i +=
          i + 1 < text.length() && text.charAt(i) == ' ' && "CF".indexOf(text.charAt(i + 1)) >= 0
              ? 1
              : 0;
    }
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean inner = (c == '\'' || c == '’' || c == '_') && i > from && letterAt(i + 1);
      boolean digit = digitAt(i) && i > from;
      if (!Character.isLetter(c)
          && !inner
          && !digit
          && Character.getType(c) != Character.NON_SPACING_MARK) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private void symbol(int c) {
    switch (c) {
      case '+' -> single(Kind.PLUS);
      case '-', '−', '–', '—' -> dash();
      case '*' -> star();
      case '×', '·', '⋅', '∙' -> single(Kind.TIMES);
      case '/', '÷', '∕' -> single(Kind.DIVIDE);
      case '^' -> single(Kind.POWER);
      case '(' -> single(Kind.OPEN);
      case ')' -> single(Kind.CLOSE);
      case '=' -> equal();
      case '≈', '≃', '≅', '~', '∼' -> single(Kind.APPROXIMATE);
      case '<', '>' -> order();
      case '≤' -> single(Kind.AT_MOST);
      case '≥' -> single(Kind.AT_LEAST);
      case '%', '‰', '¢' -> single(Kind.WORD);
      case ',', ':', '"', '“', '”', '„', '«', '»', '|', '•', '’', '\'' -> single(Kind.PAUSE);
      case '[' -> bracket(at == 0 || Character.isWhitespace(text.charAt(at - 1)));
      case ']' -> bracket(freeBracket);
      case '.', ';', '?' -> single(Kind.STOP);
      case '!' -> single(text.startsWith("!=", at) || !spacedAfter() ? Kind.OTHER : Kind.STOP);
      default -> superscriptOrOther(c);
    }
  }

  private void superscriptOrOther(int c) {
    Exponent exponent = Exponent.superscript(text, at);
    if (exponent.end() > at) {
      add(Kind.SUPERSCRIPT, exponent.end(), Token.Number.whole(exponent.value()));
    } else {
      add(Kind.OTHER, at + Character.charCount(c), Token.Number.NONE);
    }
  }

  /** Brackets that touch no word before them set a mark apart; others are an index. */
  private void bracket(boolean free) {
    freeBracket = free && text.charAt(at) == '[';
    single(free ? Kind.PAUSE : Kind.OTHER);
  }

  private void dash() {
    if (text.startsWith("->", at)) {
      add(Kind.OTHER, at + 2, Token.Number.NONE);
    } else {
      single(text.charAt(at) == '—' ? Kind.PAUSE : Kind.MINUS);
    }
  }

  /** Markdown's stars, which touch text on one side only, are dropped. */
  private void star() {
    int length = text.startsWith("**", at) ? 2 : 1;
    boolean before = at > 0 && !Character.isWhitespace(text.charAt(at - 1));
    int next = at + length;
    boolean behind =
        next < text.length() && (letterAt(next) || digitAt(next) || text.charAt(next) == '(');
    boolean loose = next < text.length() && text.charAt(next) == ' ' && !before;
    if (before && behind || (length == 1 && loose && at > 0)) {
      add(length == 2 ? Kind.POWER : Kind.TIMES, next, Token.Number.NONE);
    } else {
      at = next;
      spaced = true;
    }
  }

  private void equal() {
    if (text.startsWith("=>", at)) {
      add(Kind.OTHER, at + 2, Token.Number.NONE);
      return;
    }
    add(Kind.EQUAL, text.startsWith("==", at) ? at + 2 : at + 1, Token.Number.NONE);
  }

  private void order() {
    boolean less = text.charAt(at) == '<';
    boolean orEqual = text.startsWith("=", at + 1);
    Kind strict = less ? Kind.LESS : Kind.GREATER;
    Kind weak = less ? Kind.AT_MOST : Kind.AT_LEAST;
    add(orEqual ? weak : strict, at + (orEqual ? 2 : 1), Token.Number.NONE);
  }

  private boolean spacedAfter() {
    return at + 1 >= text.length()
        || Character.isWhitespace(text.charAt(at + 1)) && !text.startsWith(" =", at + 1);
  }

  private void single(Kind kind) {
    add(kind, at + 1, Token.Number.NONE);
  }

  private void add(Kind kind, int end, Token.Number number) {
    tokens.add(new Token(kind, text.substring(at, end), at, end, spaced, number));
    at = end;
    spaced = false;
  }

  private boolean digitAt(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private boolean letterAt(int i) {
    return i < text.length() && Character.isLetter(text.charAt(i));
  }
}
