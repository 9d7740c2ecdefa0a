package id.sigap.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class MailAddressTest {

    @Test
    void plainAddress_isTaken() {
        // When
        var address = MailAddress.of(" abuse+sigap@operator.example ");
        // Then
        assertThat(address).hasToString("abuse+sigap@operator.example");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
                    rina@warga.example,             rina@warga.example
                    o'hara+x_y@a-b.example,         o'hara+x_y@a-b.example
                    rina@warga.example\u00a0,       rina@warga.example
                    '\u200brina@warga\ufeff.example', rina@warga.example
                    rina＠warga.example,             rina@warga.example
                    Rina@Warga.Example,             Rina@Warga.Example
                    rina@xn--fiqs8s.example,        rina@xn--fiqs8s.example
                    rina@contoh.xn--xkc2dl3a5ee0h,  rina@contoh.xn--xkc2dl3a5ee0h
                    rina@contoh.இந்தியா,              rina@contoh.xn--xkc2dl3a5ee0h
                    rina@bücher.example,            rina@xn--bcher-kva.example
                    """)
    void address_isReadAsTheMailServersTakeIt(String typed, String ascii) {
        assertThat(MailAddress.of(typed).ascii()).isEqualTo(ascii);
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "Rina@Warga.Example, rina@warga.example",
        "rina+sigap@warga.example, rina@warga.example",
        "rina+a+b@warga.example, rina@warga.example",
        "+rina@warga.example, +rina@warga.example",
        "r.i.na@warga.example, r.i.na@warga.example",
        "R.i.na+x@Gmail.com, rina@gmail.com",
        "rina@googlemail.com, rina@gmail.com",
        "rina@bücher.example, rina@xn--bcher-kva.example"
    })
    void addressesOfOneMailbox_areOne(String address, String mailbox) {
        assertThat(MailAddress.of(address).mailbox()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@warga..example",
                "x@.example",
                "x@warga.example.",
                "x@warga",
                "x@-warga.example",
                "x@warga-.example",
                "x@wa_rga.example",
                "x@127.0.0.1",
                "x@[127.0.0.1]",
                ".x@warga.example",
                "x.@warga.example",
                "x..y@warga.example",
                "\"x\"@warga.example",
                "x@straße.example",
                "rínä@warga.example",
                "x@warga.example x",
                "x@warga\u0000.example"
            })
    void whatTheGrammarDoesNotHave_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MailAddress.of(text));
    }

    @Test
    void halfOfACharacter_isNoDomain() {
        assertThatIllegalArgumentException().isThrownBy(() -> MailAddress.of("x@\ud800.example"));
    }

    @Test
    void lengths_areThoseOfTheGrammar() {
        String local = "l".repeat(64);
        String label = "d".repeat(63);
        String longest = local + "@" + label + "." + label + "." + "e".repeat(61);
        assertThat(longest).hasSize(254);
        assertThat(MailAddress.of(longest).value()).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> MailAddress.of(longest + "e"));
        assertThatIllegalArgumentException().isThrownBy(() -> MailAddress.of("l" + local + "@warga.example"));
        assertThatIllegalArgumentException().isThrownBy(() -> MailAddress.of("x@d" + label + ".example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abuse",
                "abuse@",
                "a@b.example, c@d.example",
                "a@b.example\r\nBcc: c@d.example",
                "Abuse <a@b.example>",
                "a b@c.example"
            })
    void whatCouldBecomeAnotherHeaderOrRecipient_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MailAddress.of(text));
    }
}
