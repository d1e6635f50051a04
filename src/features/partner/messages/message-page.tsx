import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import type { Message } from '../../../data/announcements/inbox-model.ts';
import { inboxMutations, inboxQueries } from '../../../data/announcements/inbox-queries.ts';
import { isAnnouncementId } from '../../../data/announcements/model.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MessageBody } from '../../../ui/message-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { MessageMeta } from './message-meta.tsx';

/** One message. Whoever opens it has read it. */
export function MessagePage() {
  const { messageId = '' } = useParams();
  return <OneMessage key={messageId} id={messageId} />;
}

function OneMessage({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation('messages');
  const isId = isAnnouncementId(id);
  const query = useQuery({ ...inboxQueries.message(useAddress(), id, i18n.language), enabled: isId });
  const isMissing = !isId || (query.error !== null && 'code' in query.error && query.error.code === 'not_found');
  return (
    <>
      <BackLink />
      {isMissing ? (
        <Gone />
      ) : (
        <>
          <PageHeader
            title={query.data?.title ?? t('one')}
            titleLanguage={query.data?.language}
            meta={query.data === undefined ? '\u00a0' : <MessageMeta message={query.data} />}
          />
          <PageState query={query} skeleton={<SkeletonCards heights={['h-72']} />}>
            {(message) => <Text message={message} />}
          </PageState>
        </>
      )}
    </>
  );
}

function Text({ message }: { readonly message: Message }) {
  const { t } = useTranslation('messages');
  const navigate = useNavigate();
  const { mutate } = useMutation(inboxMutations.mark(useAddress()));
  const isMarked = useRef(false);
  const { id, is_unread: isUnread } = message;
  useEffect(() => {
    if (isMarked.current || !isUnread) return;
    isMarked.current = true;
    mutate({ id, isRead: true });
  }, [id, isUnread, mutate]);
  const handleUnread = () => {
    isMarked.current = true;
    mutate({ id, isRead: false });
    void navigate('../messages');
  };
  return (
    <Card>
      <MessageBody text={message.body} language={message.language} />
      <Button className="mt-6" onClick={handleUnread}>
        {t('mark_unread')}
      </Button>
    </Card>
  );
}

/** Never there, no longer there and never for me: the same. */
function Gone() {
  const { t } = useTranslation('messages');
  return (
    <>
      <PageHeader title={t('one')} />
      <Card>
        <EmptyState
          title={t('gone')}
          action={
            <LinkButton to="../messages" variant="primary">
              {t('to_inbox')}
            </LinkButton>
          }
        >
          {t('gone_body')}
        </EmptyState>
      </Card>
    </>
  );
}

/** The filters that the list was left with, as its rows hand them on. */
function searchOf(state: unknown): string {
  const isKnown = typeof state === 'object' && state !== null && 'search' in state;
  return isKnown && typeof state.search === 'string' ? state.search : '';
}

function BackLink() {
  const { t } = useTranslation('messages');
  const search = searchOf(useLocation().state);
  return (
    <Link
      to={`../messages${search}`}
      className="mb-2 inline-flex min-h-11 items-center gap-1.5 text-ink-2 hover:text-ink"
    >
      <ArrowLeft aria-hidden="true" size={16} />
      {t('title')}
    </Link>
  );
}
