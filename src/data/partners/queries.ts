import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { programQueries } from '../programs/queries.ts';
import { queryClient } from '../query-client.ts';
import { addChannel, fetchPartner, removeChannel, updatePartner } from './api.ts';
import type { ChannelForm, PartnerForm } from './model.ts';

const all = ['partners'] as const;

export const partnerQueries = {
  all,
  profile: (partnerId: string) =>
    queryOptions({
      queryKey: [...all, 'profile', partnerId] as const,
      queryFn: ({ signal }) => fetchPartner(partnerId, signal),
    }),
};

const refreshPartner = () => queryClient.invalidateQueries({ queryKey: all });

export const partnerMutations = {
  /** The partner's name also stands in every context. */
  update: (partnerId: string) =>
    mutationOptions({
      mutationFn: (form: PartnerForm) => updatePartner(partnerId, form),
      onSettled: () => Promise.all([refreshPartner(), queryClient.invalidateQueries({ queryKey: programQueries.all })]),
    }),
  addChannel: (partnerId: string) =>
    mutationOptions({ mutationFn: (form: ChannelForm) => addChannel(partnerId, form), onSettled: refreshPartner }),
  removeChannel: (partnerId: string) =>
    mutationOptions({
      mutationFn: (channelId: string) => removeChannel(partnerId, channelId),
      onSettled: refreshPartner,
    }),
};
