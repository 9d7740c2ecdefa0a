package id.sigap.events.ticket;

import id.sigap.events.Event;

/** What became of a number. Topic {@code sigap.tickets}. Every state a ticket enters is said here, so that nobody has to guess it from others' events. */
public sealed interface TicketEvent extends Event
        permits TicketOpened,
                ReportMerged,
                ReportUnmerged,
                BlockRequested,
                TicketAcknowledged,
                NumberBlocked,
                TicketDeclined,
                TicketRerouted,
                RequestWithdrawn,
                ReleaseProposed,
                ReleaseRefused,
                UnblockRequested,
                AppealJoined,
                NothingToUnblock,
                NumberUnblocked,
                TicketClosed {}
