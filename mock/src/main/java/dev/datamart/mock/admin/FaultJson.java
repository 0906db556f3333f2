package dev.datamart.mock.admin;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.datamart.mock.fault.Failure;
import dev.datamart.mock.fault.FaultPresets;
import dev.datamart.mock.fault.FaultRule;
import dev.datamart.mock.fault.FaultRule.Delay;
import dev.datamart.mock.handle.Mask;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fault as JSON; what is left out of the match matches everything. Only {@code effect} is
 * required.
 *
 * @param effect {@code error}, {@code expired}, {@code too-many-requests}, {@code
 *     applied-then-error}, {@code applied-then-reset}, {@code delay}, {@code reset}, {@code
 *     truncate}, {@code malformed} or {@code slow-body}
 * @param operations operationIds of the kebab family, such as {@code deleteDatamart}
 * @param families {@code kebab}, {@code camel}, {@code verb}
 * @param token a whole token, or its last characters, as a masked one shows them
 * @param name the datamart, embed, data app or workspace that the call names
 * @param skip how many matching calls pass first; 0 when left out
 * @param every it hits the first matching call from then on and then each n-th; 1 when left out
 * @param times how often it hits; for ever when left out
 * @param probability from 0 to 1; 1 when left out
 * @param seed repeats what is drawn; 0 when left out
 * @param status the status of an error; the contract's for the code when left out
 * @param code the code of an error; the contract's for that status when left out
 * @param message the words of an error; the contract's for that code when left out
 * @param retryAfterSeconds the Retry-After header of an error
 * @param delayMillis how long it waits before, or how long a slow body takes
 * @param maxDelayMillis when given, each wait is drawn between the two
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultJson(
    @Nullable String id,
    @Nullable String effect,
    @Nullable String organization,
    @Nullable List<String> operations,
    @Nullable List<String> families,
    @Nullable String token,
    @Nullable String name,
    @Nullable Integer skip,
    @Nullable Integer every,
    @Nullable Integer times,
    @Nullable Double probability,
    @Nullable Long seed,
    @Nullable Integer status,
    @Nullable String code,
    @Nullable String message,
    @Nullable Integer retryAfterSeconds,
    @Nullable Long delayMillis,
    @Nullable Long maxDelayMillis) {

  /** Returns the rule, or refuses with a sentence. */
  FaultRule rule() {
    FaultPresets.Builder preset =
        FaultPresets.named(effect)
            .orElseThrow(
                () ->
                    AdminException.badRequest(
                        "\"effect\" is required and takes " + FaultPresets.names() + "."));
    check(skip == null || skip >= 0, "\"skip\" must not be negative.");
    check(every == null || every >= 1, "\"every\" must be at least 1.");
    check(times == null || times >= 1, "\"times\" must be at least 1.");
    check(
        probability == null || (probability >= 0 && probability <= 1),
        "\"probability\" must be from 0 to 1.");
    check(
        status == null || (status >= 400 && status <= 599), "\"status\" must be from 400 to 599.");
    check(
        token == null || !Mask.shown(token).isEmpty(),
        "\"token\" takes a token, or at least its last character.");
    Delay delay = delay(preset.delay());
    return new FaultRule(
        id,
        organization,
        operations == null ? null : operationsNamed(operations),
        families == null ? null : familiesNamed(families),
        token == null ? null : Mask.shown(token),
        name,
        skip == null ? 0 : skip,
        every == null ? 1 : every,
        times,
        probability,
        seed == null ? 0 : seed,
        preset.effect(),
        failure(preset.failure()),
        delay);
  }

  private Delay delay(Delay usual) {
    long min = delayMillis == null ? usual.min() : delayMillis;
    long max = maxDelayMillis == null ? min : maxDelayMillis;
    check(min >= 0 && max >= min, "\"maxDelayMillis\" must not be less than \"delayMillis\".");
    check(max <= Delay.LONGEST_MILLIS, "A delay of more than ten minutes is not supported.");
    return new Delay(min, max);
  }

  private Failure failure(Failure usual) {
    check(
        code == null || Problem.withCode(code).isPresent(),
        "The contract has no code \"" + code + "\".");
    check(
        retryAfterSeconds == null || retryAfterSeconds >= 0,
        "\"retryAfterSeconds\" must not be negative.");
    Failure failure = usual;
    if (code != null) {
      failure = Failure.ofCode(code, status);
    } else if (status != null) {
      failure = Failure.of(status);
    }
    return new Failure(
        failure.status(),
        failure.code(),
        message == null ? failure.message() : message,
        retryAfterSeconds == null ? failure.retryAfterSeconds() : retryAfterSeconds);
  }

  /** Returns the rules of a list, or refuses them all with a sentence. */
  static List<FaultRule> rules(@Nullable List<@Nullable FaultJson> specs) {
    check(specs != null, "\"faults\", a list, is required.");
    List<FaultRule> rules = new ArrayList<>();
    for (FaultJson spec : requireNonNull(specs)) {
      check(spec != null, "A fault must be an object.");
      rules.add(requireNonNull(spec).rule());
    }
    return rules;
  }

  /** Returns the JSON of a rule; a token in it is masked. */
  static FaultJson of(FaultRule rule) {
    return new FaultJson(
        null,
        FaultPresets.nameOf(rule.effect()),
        rule.organization(),
        rule.operations() == null
            ? null
            : rule.operations().stream().map(Operation::id).sorted().toList(),
        rule.families() == null
            ? null
            : rule.families().stream()
                .map(f -> f.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList(),
        rule.token() == null ? null : Mask.token(rule.token()),
        rule.name(),
        rule.skip() == 0 ? null : rule.skip(),
        rule.every() == 1 ? null : rule.every(),
        rule.times(),
        rule.probability(),
        rule.seed() == 0 ? null : rule.seed(),
        rule.effect().hasFailure() ? rule.failure().status() : null,
        rule.effect().hasFailure() ? rule.failure().code() : null,
        rule.effect().hasFailure() ? rule.failure().message() : null,
        rule.failure().retryAfterSeconds(),
        rule.delay().max() == 0 ? null : rule.delay().min(),
        rule.delay().max() == rule.delay().min() ? null : rule.delay().max());
  }

  private static Set<Operation> operationsNamed(List<String> ids) {
    Set<Operation> found =
        Arrays.stream(Operation.values())
            .filter(operation -> ids.contains(operation.id()))
            .collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(ids);
    found.forEach(operation -> unknown.remove(operation.id()));
    check(unknown.isEmpty(), "There is no operation " + String.join(", ", unknown) + ".");
    return found;
  }

  private static Set<Family> familiesNamed(List<String> names) {
    Set<String> known = Set.of("kebab", "camel", "verb");
    check(known.containsAll(names), "\"families\" takes kebab, camel and verb.");
    return names.stream()
        .map(name -> Family.valueOf(name.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private static void check(boolean holds, String sentence) {
    if (!holds) {
      throw AdminException.badRequest(sentence);
    }
  }
}
