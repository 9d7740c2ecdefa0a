package id.sigap.intake.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.intake.pace.Visitors;
import id.sigap.intake.receipt.BrowserSessions;
import id.sigap.intake.receipt.CaseCookie;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.vault.AccessLog;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.PresentRoles;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.web.SameOrigin;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Lets a socket into a conversation: the reporter with the receipt, or from a browser that has shown it; an officer with a token. */
@ApplicationScoped
class Doorkeeper {

    private static final Duration TOKEN_CHECK = Duration.ofSeconds(10);
    private static final int PAGE = 100;

    private final Receipts receipts;
    private final BrowserSessions sessions;
    private final Rooms rooms;
    private final Reports reports;
    private final CaseKeys keys;
    private final Conversations conversations;
    private final AccessLog accesses;
    private final TenantIdentityProvider tokens;
    private final PresentRoles roles;
    private final ObjectMapper json;
    private final Clock clock;
    private final Visitors visitors;

    Doorkeeper(
            Receipts receipts,
            BrowserSessions sessions,
            Rooms rooms,
            Reports reports,
            CaseKeys keys,
            Conversations conversations,
            AccessLog accesses,
            TenantIdentityProvider tokens,
            PresentRoles roles,
            ObjectMapper json,
            Clock clock,
            Visitors visitors) {
        this.receipts = receipts;
        this.sessions = sessions;
        this.rooms = rooms;
        this.reports = reports;
        this.keys = keys;
        this.conversations = conversations;
        this.accesses = accesses;
        this.tokens = tokens;
        this.roles = roles;
        this.json = json;
        this.clock = clock;
        this.visitors = visitors;
    }

    record Admission(Seat seat, Frame.Welcome welcome) {}

    private record Guest(Writer writer, Pass pass) {}

    /** @throws Refusal if the receipt, the browser or the token doesn't open this conversation */
    Admission admit(ClientFrame.Hello hello, WebSocketConnection socket) {
        if (hello.receipt() != null) {
            return reporter(
                    () -> receipts.open(
                            hello.receipt(), visitors.of(socket.handshakeRequest(), hello.proof()), CaseKind.REPORT),
                    new Pass.Receipt(),
                    hello,
                    socket);
        }
        Optional<String> session = hello.token() == null ? session(socket.handshakeRequest()) : Optional.empty();
        return session.isPresent()
                ? reporter(
                        () -> receipts.open(session.get(), CaseKind.REPORT),
                        new Pass.Session(session.get()),
                        hello,
                        socket)
                : officer(hello, socket);
    }

    /** The browser's cookie, if the page that opened the socket is ours. */
    private static Optional<String> session(HandshakeRequest handshake) {
        String origin = handshake.header(HttpHeaders.ORIGIN.toString());
        String cookies = handshake.header(HttpHeaders.COOKIE.toString());
        if (cookies == null || !SameOrigin.isOf(origin, handshake.header(HttpHeaders.HOST.toString()))) {
            return Optional.empty();
        }
        return ServerCookieDecoder.STRICT.decode(cookies).stream()
                .filter(cookie -> cookie.name().equals(CaseCookie.NAME))
                .map(Cookie::value)
                .findFirst();
    }

    private Admission reporter(
            Supplier<CaseId> opened, Pass pass, ClientFrame.Hello hello, WebSocketConnection socket) {
        return QuarkusTransaction.requiringNew().call(() -> {
            CaseId caseId = opened.get();
            keys.of(caseId);
            return admission(reports.of(caseId), new Guest(Writer.REPORTER, pass), hello, socket);
        });
    }

    private Admission officer(ClientFrame.Hello hello, WebSocketConnection socket) {
        Guest guest = guest(hello.token());
        return QuarkusTransaction.requiringNew().call(() -> {
            Report report = reports.named(hello.report());
            keys.of(report.caseId());
            accesses.chatJoined(
                    report.caseId(), "officer:" + guest.writer().officer().orElseThrow());
            return admission(report, guest, hello, socket);
        });
    }

    private Guest guest(String token) {
        if (token == null) {
            throw new Refusal(Status.UNAUTHORIZED, "unauthorized");
        }
        SecurityIdentity identity = officer(token);
        Instant validUntil = identity.getPrincipal() instanceof JsonWebToken jwt
                ? Instant.ofEpochSecond(jwt.getExpirationTime())
                : Instant.MAX;
        return new Guest(Writer.officer(identity.getPrincipal().getName()), new Pass.Token(token, validUntil));
    }

    /** Whose token it is, and what they may at this moment. @throws Refusal 401, 403 */
    private SecurityIdentity officer(String token) {
        SecurityIdentity identity;
        try {
            identity = tokens.authenticate(new AccessTokenCredential(token))
                    .flatMap(roles::now)
                    .await()
                    .atMost(TOKEN_CHECK);
        } catch (AuthenticationFailedException e) {
            throw new Refusal(Status.UNAUTHORIZED, "unauthorized");
        }
        if (!identity.hasRole(Roles.OFFICER) && !identity.hasRole(Roles.SUPERVISOR)) {
            throw new Refusal(Status.FORBIDDEN, "forbidden");
        }
        return identity;
    }

    /** Where the provider is asked about roles, it is asked about those who stay, too. */
    @Scheduled(every = "{sigap.intake.chat.ask-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void askAgain() {
        if (roles.areAsked()) {
            rooms.seats().forEach(this::askAgain);
        }
    }

    private void askAgain(Seat seat) {
        if (seat.pass() instanceof Pass.Token(String token, Instant _)) {
            try {
                officer(token);
            } catch (Refusal refusal) {
                shownOut(seat, refusal.code());
            }
        }
    }

    private Admission admission(Report report, Guest guest, ClientFrame.Hello hello, WebSocketConnection socket) {
        var seat = new Seat(
                socket,
                report.id(),
                guest.writer(),
                guest.pass(),
                Math.max(0, hello.after()),
                json,
                sequence -> messages(report, sequence));
        var welcome = new Frame.Welcome(report.id().value(), report.caseNumber(), report.state(), report.lastMessage());
        return new Admission(seat, welcome);
    }

    /** Whether what let somebody in still does; if not, they are shown out. What they say keeps a browser's session open, as a page does. */
    boolean stillAdmits(Seat seat) {
        return switch (seat.pass()) {
            case Pass.Receipt _ -> true;
            case Pass.Token(String _, Instant until) ->
                clock.instant().isBefore(until) || shownOut(seat, "token-expired");
            case Pass.Session(String token) ->
                QuarkusTransaction.requiringNew()
                                .call(() -> sessions.use(token, CaseKind.REPORT))
                                .isPresent()
                        || shownOut(seat, "session-ended");
        };
    }

    /** Whoever says nothing is shown out too: a token has ended, or an owner has left, at whichever replica. */
    @Scheduled(every = "{sigap.intake.chat.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void showOut() {
        List<Seat> seats = rooms.seats();
        Set<String> open = sessions.open(seats.stream()
                .flatMap(seat -> seat.pass() instanceof Pass.Session(String token) ? Stream.of(token) : Stream.empty())
                .collect(Collectors.toSet()));
        for (Seat seat : seats) {
            switch (seat.pass()) {
                case Pass.Receipt _ -> {}
                case Pass.Token _ -> stillAdmits(seat);
                case Pass.Session(String token) when !open.contains(token) -> shownOut(seat, "session-ended");
                case Pass.Session _ -> {}
            }
        }
    }

    private static boolean shownOut(Seat seat, String why) {
        seat.close(why);
        return false;
    }

    private List<Message.MessageView> messages(Report report, long after) {
        return QuarkusTransaction.requiringNew().call(() -> conversations.after(report, after, PAGE));
    }
}
