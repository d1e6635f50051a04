-- Storage: the two buckets, and who may do what in them.
--
-- `brand` is the one public bucket: a program's logo is needed before anybody signs in. Raster images only, written
-- by the program's owners below the program's own folder. `creatives` is private: its policies stand in the chapter of
-- the creatives, whose rows decide who may see a file. Its list of types is a first sieve, for it trusts a header.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  ('brand', 'brand', true, 524288, '{image/png,image/jpeg,image/webp}'),
  ('creatives', 'creatives', false, 52428800,
    '{image/png,image/jpeg,image/gif,image/webp,video/mp4,video/webm,application/pdf,application/zip}')
on conflict (id) do nothing;

create policy brand_read on storage.objects for select to authenticated
  using (bucket_id = 'brand' and split_part(name, '/', 1) = any (array(select i::text from private.my_program_ids('owner') i)));
create policy brand_add on storage.objects for insert to authenticated
  with check (bucket_id = 'brand' and split_part(name, '/', 1) = any (array(select i::text from private.my_program_ids('owner') i)));
create policy brand_change on storage.objects for update to authenticated
  using (bucket_id = 'brand' and split_part(name, '/', 1) = any (array(select i::text from private.my_program_ids('owner') i)))
  with check (bucket_id = 'brand' and split_part(name, '/', 1) = any (array(select i::text from private.my_program_ids('owner') i)));
create policy brand_remove on storage.objects for delete to authenticated
  using (bucket_id = 'brand' and split_part(name, '/', 1) = any (array(select i::text from private.my_program_ids('owner') i)));
