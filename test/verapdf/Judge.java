import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.model.baselayer.Object;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.validators.BaseValidator;
import org.verapdf.pdfa.validation.validators.FlavourValidator;

/**
 * Validates files with veraPDF: `Judge FLAVOUR[,FLAVOUR] FILE…`. It writes a line for each file and flavour, its fields
 * parted by tabs: judged, flavour, file, compliant, assertions, glyphs, marked sequences; and one for each violated
 * rule: violated, flavour, file, rule, times, message. A file that cannot be read gives: broken, flavour, file, message.
 */
public final class Judge extends BaseValidator {
  /** How often each rule was asked: as often as there are objects of its kind. */
  private final Map<RuleId, Integer> asked = new HashMap<>();
  private final Map<RuleId, String> kinds = new HashMap<>();

  private Judge(PDFAFlavour flavour) {
    super(Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(flavour), 1000, false, true, false);
  }

  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String flavour : arguments[0].split(",")) {
      for (int index = 1; index < arguments.length; index++) {
        judge(PDFAFlavour.fromString(flavour), arguments[index]);
      }
    }
  }

  private static void judge(PDFAFlavour flavour, String file) {
    try (InputStream bytes = Files.newInputStream(Path.of(file));
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
        Judge judge = new Judge(flavour)) {
      ValidationResult result = judge.validate(parser);
      report("judged", flavour, file, result.isCompliant(), result.getTotalAssertions(), judge.count("Glyph"),
          judge.count("SEMarkedContent"));
      reportViolations(flavour, file, result);
    } catch (Exception problem) {
      report("broken", flavour, file, problem);
    }
  }

  @Override
  protected void processAssertionResult(
      FlavourValidator validator, boolean passed, String location, Rule rule, Object object) {
    asked.merge(rule.getRuleId(), 1, Integer::sum);
    kinds.put(rule.getRuleId(), rule.getObject());
    super.processAssertionResult(validator, passed, location, rule, object);
  }

  /** How many objects of a kind were looked at. */
  private int count(String kind) {
    int most = 0;
    for (Map.Entry<RuleId, Integer> entry : asked.entrySet()) {
      if (kind.equals(kinds.get(entry.getKey()))) most = Math.max(most, entry.getValue());
    }
    return most;
  }

  private static void reportViolations(PDFAFlavour flavour, String file, ValidationResult result) {
    Map<String, String> messages = new TreeMap<>();
    Map<String, Integer> times = new TreeMap<>();
    result.getFailedChecks().forEach((rule, count) -> times.put(nameOf(rule), count));
    for (TestAssertion assertion : result.getTestAssertions()) {
      messages.putIfAbsent(nameOf(assertion.getRuleId()), assertion.getMessage());
    }
    times.forEach((rule, count) ->
        report("violated", flavour, file, rule, count, messages.getOrDefault(rule, "")));
  }

  private static String nameOf(RuleId rule) {
    return rule.getSpecification().getId() + " " + rule.getClause() + " test " + rule.getTestNumber();
  }

  private static void report(String kind, PDFAFlavour flavour, String file, java.lang.Object... more) {
    StringBuilder line = new StringBuilder(kind + "\t" + flavour.getId() + "\t" + file);
    for (java.lang.Object field : more) line.append('\t').append(String.valueOf(field).replaceAll("\\s+", " "));
    System.out.println(line);
  }
}
