-- What is written lies in a heap beside the search index until it is sorted in, and every search reads that heap: kept small.
alter index organizations_search set (gin_pending_list_limit = 128);
alter index contacts_search set (gin_pending_list_limit = 128);
