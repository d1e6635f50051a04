-- Storage: the two buckets, and who may do what in them.
--
-- `brand` is the one public bucket: a program's logo is needed before anybody signs in. Raster images only, below the
-- program's own folder. `creatives` is private: its policies stand in the chapter of
-- the creatives, whose rows decide who may see a file. Its list of types is a first sieve, for it trusts a header.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  ('brand', 'brand', true, 524288, '{image/png,image/jpeg,image/webp}'),
  ('creatives', 'creatives', false, 52428800,
    '{image/png,image/jpeg,image/gif,image/webp,video/mp4,video/webm,application/pdf,application/zip}')
on conflict (id) do nothing;

-- NOTE withheld: every policy on `brand`. A logo is seen by its public address, and written by the server alone
-- (functions/upload-logo), which looks at its bytes before they are there for everybody.
