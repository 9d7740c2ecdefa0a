package id.sigap.testing.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What nobody in good faith sends, and everybody must be ready for. */
final class HostileValues {

    private static final String SEPARATOR = "\u001f";
    private static final String ID = "01890000-0000-7000-8000-000000000000";

    /** Texts where another text, a number, a time or a name was expected. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "a\r\nX-Injected: 1",
            "x".repeat(10_000),
            "\ud800",
            "\u202e\u200b\ufeff",
            "😀é٠١٢",
            "-1",
            "0",
            "2147483648",
            "99999999999999999999",
            "1e999",
            "NaN",
            "true",
            "null",
            "[]",
            "{}",
            "../../etc/passwd",
            "%",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "{0} {{x}} ${y}",
            "1-1-1-1-1",
            ID,
            "2026-02-30T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            cursor("abc"),
            cursor(""),
            cursor("\0"),
            cursor(ID),
            cursor("a" + SEPARATOR + "b"),
            cursor("+999999999-12-31T23:59:59Z" + SEPARATOR + ID),
            cursor("-999999999-01-01T00:00:00Z" + SEPARATOR + ID),
            cursor("2147483647" + SEPARATOR + "-999999999-01-01T00:00:00Z" + SEPARATOR + ID));

    /** Query strings and path segments that no encoder writes. */
    static final List<String> ENCODED =
            List.of("%", "%zz", "%00", "%0d%0a", "%C0%AF", "%ED%A0%80", "%FF", "%u0041", "+", ";a=b", "..%2F..", "|");

    /** In which letters a body could be written. */
    static final List<String> CHARSETS = List.of("no-such", "", "\"\"", "a b", "utf-16", "utf-8; charset=no-such");

    /** Whole headers. */
    static final List<String> HEADERS = List.of(
            "Accept: ///;q=,",
            "Accept: */*;q=abc",
            "Accept: application/json;q=99999999999999999999",
            "Accept: text/html",
            "Accept: ",
            "Accept: a/b;=;;\"",
            "Content-Type: ;",
            "Content-Type: ",
            "Content-Type: /",
            "Content-Type: application/json; charset=no-such",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: multipart/form-data",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: application/json, text/plain",
            "Accept-Language: xx-;q=a",
            "Accept-Language: ,,,",
            "Accept-Language: *",
            "Accept-Language: " + "en,".repeat(500),
            "Accept-Encoding: ;;q=x",
            "Accept-Charset: no-such",
            "If-Match: \"99999999999999999999\"",
            "If-Match: W/\"",
            "If-None-Match: \"",
            "If-Modified-Since: yesterday",
            "Range: bytes=-",
            "Range: bytes=5-1",
            "Range: bytes=0-99999999999999999999",
            "Range: " + "bytes=0-0,".repeat(200),
            "Idempotency-Key: x",
            "Idempotency-Key: " + "k".repeat(3_000),
            "Idempotency-Key: kunci-rahasia-é-😀-panjang",
            "Sigap-Receipt: 0000",
            "Sigap-Receipt: " + "0".repeat(3_000),
            "traceparent: 00-zz-zz-zz",
            "traceparent: ",
            "traceparent: " + "0".repeat(3_000),
            "tracestate: ==,=,",
            "Authorization: Bearer",
            "Authorization: Bearer x",
            "Authorization: Bearer a.b.c",
            "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
            "Authorization: Basic ===",
            "Authorization: DPoP x",
            "Cookie: =;;=",
            "Cookie: sigap-case=\u0001; lang=\"",
            "Cookie: q_session_desk=x",
            "X-Forwarded-For: a, b, c",
            "X-Forwarded-Host: a b:c",
            "X-Forwarded-Proto: \"",
            "Forwarded: for=\"_\";host=,",
            "Host: ",
            "Host: a:b:c",
            "Origin: ",
            "Origin: null",
            "Sec-Fetch-Site: x",
            "Content-Encoding: gzip",
            "Upgrade: websocket",
            "Expect: x",
            "Last-Event-ID: \u0001",
            "X-HTTP-Method-Override: DELETE");

    /** Whole bodies of a JSON request. */
    static final List<byte[]> BODIES = Stream.of(
                    "null",
                    "[]",
                    "\"x\"",
                    "1",
                    "{",
                    "{}{}",
                    "{} x",
                    "{\"a\":1,\"a\":2}",
                    "\ufeff{}",
                    "{\"\":1}",
                    "{\"\\u0000\":\"\\u0000\"}",
                    "{\"\\ud800\":1}",
                    "{a:1}",
                    "{\"a\":NaN}",
                    "[".repeat(5_000),
                    "{\"a\":".repeat(5_000),
                    "{\"a\":\"" + "x".repeat(200_000) + "\"}",
                    "{\"a\":" + "9".repeat(5_000) + "}",
                    "=",
                    "a=%zz&b")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .collect(Collectors.collectingAndThen(Collectors.toList(), HostileValues::andBytesThatAreNoText));

    private HostileValues() {}

    /** JSON in place of a property's value, as it stands in the body. */
    static Stream<String> json() {
        return Stream.concat(
                TEXTS.stream().map(HostileValues::quoted),
                Stream.of(
                        "null",
                        "true",
                        "-1",
                        "0",
                        "1.5",
                        "1e400",
                        "9223372036854775808",
                        "1796028646",
                        "[]",
                        "[null]",
                        "[[[[]]]]",
                        "{}",
                        "{\"a\":null}",
                        "[" + "1,".repeat(2_000) + "1]"));
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(unit -> unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate((char) unit)
                        ? "\\u%04x".formatted(unit)
                        : Character.toString(unit))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static List<byte[]> andBytesThatAreNoText(List<byte[]> texts) {
        return Stream.concat(
                        texts.stream(),
                        Stream.of(
                                "{}".getBytes(StandardCharsets.UTF_16),
                                new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':', '1', '}'},
                                new byte[] {0},
                                IntStream.range(0, 64)
                                        .mapToObj(Integer::toString)
                                        .collect(Collectors.joining())
                                        .getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    private static String cursor(String keys) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
    }
}
