import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * One script context on GraalJS. Messages come on the standard input and go on the standard output: orders, and between them
 * what scripts ask of the platform. Whole numbers reach scripts as java.lang.Long, lists as java.util.List.
 */
public class Engine {
  private final DataInputStream in = new DataInputStream(System.in);
  private final DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
  private final Context context = Context.newBuilder("js").allowExperimentalOptions(true)
      .allowHostAccess(HostAccess.newBuilder(HostAccess.EXPLICIT).allowListAccess(true).build())
      .option("engine.WarnInterpreterOnly", "false").option("js.ecmascript-version", "2022")
      .option("js.disable-eval", "true").option("js.load", "false").option("js.print", "false")
      .option("js.console", "false").option("js.graal-builtin", "false").build();
  private final Value undefined = context.eval("js", "undefined");
  private Value entry;
  /** Nanoseconds spent in waiting for answers. */
  private long waited;

  public static void main(String[] arguments) throws IOException {
    Engine engine = new Engine();
    try {
      while (true) engine.obey(engine.read());
    } catch (EOFException ended) {
      System.exit(0);
    }
  }

  private void obey(List<Object> order) throws IOException {
    long began = System.nanoTime() - waited;
    try {
      String word = (String) order.get(0);
      if (word.equals("run")) entry.invokeMember("run");
      else if (word.equals("start")) start((String) order.get(1), order.get(2), order.get(3));
      else entry.invokeMember(word, order.get(1), function((String) order.get(2), (String) order.get(3), (String) order.get(4)));
      write("ended", (double) (System.nanoTime() - waited - began));
    } catch (PolyglotException failure) {
      write("failed", failure.getMessage());
    }
  }

  private void start(String api, Object types, Object language) {
    ProxyExecutable bridge = this::ask;
    ProxyExecutable makeValue = Engine::hostValueOf;
    String body = api + "\nreturn __sandboxApi.start(bridge, types, engine, makeValue);";
    entry = function("youtrack:api", "bridge, types, engine, makeValue", body).execute(bridge, types, language, makeValue);
  }

  /** On one line with its frame, so that places in stack traces are those of the text. */
  private Value function(String name, String parameters, String body) {
    CharSequence text = "(function (" + parameters + ") {" + body + "\n})";
    return context.eval(Source.newBuilder("js", text, name).buildLiteral());
  }

  /** What a script asks of the platform. While the platform is busy with it, it may order another execution. */
  private Object ask(Value... arguments) {
    try {
      Object[] message = new Object[arguments.length + 1];
      message[0] = "asked";
      for (int at = 0; at < arguments.length; at++) message[at + 1] = primitiveOf(arguments[at]);
      long began = System.nanoTime();
      write(message);
      List<Object> order = read();
      for (; !order.get(0).equals("answer"); order = read()) obey(order);
      waited += System.nanoTime() - began;
      return order.get(1);
    } catch (IOException gone) {
      System.exit(1);
      return null;
    }
  }

  private Object primitiveOf(Value value) {
    if (value.isString()) return value.asString();
    if (value.isBoolean()) return value.asBoolean();
    if (value.isNumber()) return value.asDouble();
    return value.equals(undefined) ? undefined : null;
  }

  private static Object hostValueOf(Value... arguments) {
    if (arguments[0].isNumber()) return wholeIfItIs(arguments[0].asDouble());
    List<Object> list = new ArrayList<>();
    for (long at = 0; at < arguments[0].getArraySize(); at++) {
      Value element = arguments[0].getArrayElement(at);
      list.add(element.isNumber() && element.fitsInLong() ? (Object) element.asLong() : element);
    }
    return list;
  }

  private List<Object> read() throws IOException {
    List<Object> fields = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      // Not decoded: half a surrogate pair is a text of JavaScript's, too.
      fields.add(decode(ByteBuffer.wrap(bytes).asCharBuffer().toString()));
    }
    return fields;
  }

  private Object decode(String field) {
    String content = field.substring(1);
    return switch (field.charAt(0)) {
      case 's' -> content;
      case 'b' -> content.equals("true");
      case 'n' -> wholeIfItIs(Double.parseDouble(content));
      case 'u' -> undefined;
      default -> null;
    };
  }

  private static Object wholeIfItIs(double number) {
    boolean isWhole = number == Math.rint(number) && Math.abs(number) <= 9e18;
    return isWhole ? (Object) (long) number : (Object) number;
  }

  private void write(Object... fields) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    DataOutputStream frame = new DataOutputStream(message);
    frame.writeInt(fields.length);
    for (Object field : fields) {
      String text = encode(field);
      frame.writeInt(text.length() * 2);
      frame.writeChars(text);
    }
    out.writeInt(message.size());
    message.writeTo(out);
    out.flush();
  }

  private String encode(Object field) {
    if (field instanceof String) return "s" + field;
    if (field instanceof Boolean) return "b" + field;
    if (field instanceof Double) return "n" + field;
    return field == undefined ? "u" : "0";
  }
}
