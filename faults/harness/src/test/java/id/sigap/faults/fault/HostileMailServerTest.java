package id.sigap.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.sigap.faults.fault.HostileMailServer.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
class HostileMailServerTest {

    private final GreenMail real = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private HostileMailServer hostile;

    @BeforeEach
    void start() {
        real.start();
        hostile = HostileMailServer.before(real.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        hostile.close();
        real.stop();
    }

    @Test
    void fair_handsTheMailOn() {
        assertThat(catchThrowable(this::send)).isNull();
        assertThat(real.getReceivedMessages()).hasSize(1);
    }

    @Test
    void busy_takesNothing() {
        hostile.be(Mood.BUSY);
        assertThat(catchThrowable(this::send)).isNotNull();
        assertThat(real.getReceivedMessages()).isEmpty();
    }

    @Test
    void greylisting_takesNothing() {
        hostile.be(Mood.GREYLISTING);
        assertThat(catchThrowable(this::send)).isNotNull();
        assertThat(real.getReceivedMessages()).isEmpty();
    }

    @Test
    void hangingUpAfterTheData_tookTheMailAllTheSame() {
        hostile.be(Mood.HANGS_UP_AFTER_DATA);
        assertThat(catchThrowable(this::send)).isNotNull();
        assertThat(real.getReceivedMessages()).hasSize(1);
    }

    private void send() {
        GreenMailUtil.sendTextEmail(
                "desk@operator.example",
                "no-reply@sigap.example",
                "a subject",
                "a body",
                new ServerSetup(hostile.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }
}
