/** What an operator is asked and what it answers: the aggregate {@link id.sigap.notifier.request.OperatorRequest} and its legal moves. */
package id.sigap.notifier.request;
