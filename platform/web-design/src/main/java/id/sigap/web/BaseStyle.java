package id.sigap.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style that is inlined into every page, so that a page is drawn after one answer; its hash lets it past the content security policy. */
@Named("style")
@ApplicationScoped
public class BaseStyle {

    private final String css;
    private final String source;

    BaseStyle() {
        css = squeezed(read());
        source = "'sha256-" + Base64.getEncoder().encodeToString(sha256(css)) + "'";
    }

    public String css() {
        return css;
    }

    /** As the policy names it: {@code 'sha256-…'}. */
    String source() {
        return source;
    }

    private static String read() {
        try (InputStream file = BaseStyle.class.getResourceAsStream("/design/base.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without comments and indentation. */
    private static String squeezed(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
