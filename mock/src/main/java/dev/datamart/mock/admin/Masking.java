package dev.datamart.mock.admin;

import dev.datamart.mock.World;
import dev.datamart.mock.domain.ApiKey;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.journal.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes tokens out of texts: those that an organization has, by value, and those in answers. */
final class Masking {

  /** Where the API shows a key, and where a caller may have put one. */
  private static final Pattern KEY_MEMBER =
      Pattern.compile("(\"(?:key|token|apiKey|api_key)\"\\s*:\\s*\")([^\"]+)(\")");

  private final Set<String> tokens = new LinkedHashSet<>();

  private Masking() {}

  static Masking of(World world, Exchange exchange) {
    Masking masking = new Masking();
    String id = exchange.organizationId();
    if (id != null) {
      world.organizations().byId(id).ifPresent(s -> masking.add(s.current().organization()));
    }
    masking.add(exchange.before());
    masking.add(exchange.after());
    return masking;
  }

  String mask(String text) {
    String masked = KEY_MEMBER.matcher(text).replaceAll(Masking::hidden);
    for (String token : tokens) {
      masked = masked.replace(token, Mask.token(token));
    }
    return masked;
  }

  String mask(byte[] utf8) {
    return mask(new String(utf8, StandardCharsets.UTF_8));
  }

  private static String hidden(MatchResult found) {
    return Matcher.quoteReplacement(found.group(1) + Mask.token(found.group(2)) + found.group(3));
  }

  private void add(@Nullable Organization organization) {
    if (organization != null) {
      organization.serviceTokens().all().stream().map(ServiceToken::value).forEach(tokens::add);
      organization.apiKeys().all().stream().map(ApiKey::value).forEach(tokens::add);
    }
  }
}
