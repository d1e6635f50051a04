// Generated from the migrated database by `npm run gen-types`. Do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      adjustments: {
        Row: {
          accrual_day: string;
          amount_minor: number;
          conversion_id: string;
          currency: string;
          event_id: string;
          id: string;
          kind: Database['public']['Enums']['event_kind'];
          occurred_at: string;
          partnership_id: string | null;
          program_id: string;
          sequence: number;
        };
        ComputedFields: never;
        Insert: {
          accrual_day: string;
          amount_minor: number;
          conversion_id: string;
          currency: string;
          event_id: string;
          id?: string;
          kind: Database['public']['Enums']['event_kind'];
          occurred_at: string;
          partnership_id?: string | null;
          program_id: string;
          sequence?: never;
        };
        Update: {
          accrual_day?: string;
          amount_minor?: number;
          conversion_id?: string;
          currency?: string;
          event_id?: string;
          id?: string;
          kind?: Database['public']['Enums']['event_kind'];
          occurred_at?: string;
          partnership_id?: string | null;
          program_id?: string;
          sequence?: never;
        };
        Relationships: [
          {
            foreignKeyName: 'adjustments_program_id_conversion_id_fkey';
            columns: ['program_id', 'conversion_id'];
            isOneToOne: false;
            referencedRelation: 'conversions';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'adjustments_program_id_event_id_fkey';
            columns: ['program_id', 'event_id'];
            isOneToOne: false;
            referencedRelation: 'conversion_events';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'adjustments_program_id_partnership_id_fkey';
            columns: ['program_id', 'partnership_id'];
            isOneToOne: false;
            referencedRelation: 'partnerships';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      announcement_reads: {
        Row: {
          announcement_id: string;
          program_id: string;
          read_at: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          announcement_id: string;
          program_id: string;
          read_at?: string;
          user_id?: string;
        };
        Update: {
          announcement_id?: string;
          program_id?: string;
          read_at?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'announcement_reads_program_id_announcement_id_fkey';
            columns: ['program_id', 'announcement_id'];
            isOneToOne: false;
            referencedRelation: 'announcements';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      announcements: {
        Row: {
          audience: Database['public']['Enums']['audience_kind'];
          audience_keys: string[];
          created_at: string;
          created_by: string | null;
          expires_at: string | null;
          id: string;
          is_pinned: boolean;
          kind: Database['public']['Enums']['announcement_kind'];
          label: string;
          program_id: string;
          publish_at: string | null;
          recalled_at: string | null;
          revision: number;
          segment_ids: string[];
          texts: NonNullable<Json>;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          audience?: Database['public']['Enums']['audience_kind'];
          audience_keys?: never;
          created_at?: string;
          created_by?: string | null;
          expires_at?: string | null;
          id?: string;
          is_pinned?: boolean;
          kind?: Database['public']['Enums']['announcement_kind'];
          label?: string;
          program_id: string;
          publish_at?: string | null;
          recalled_at?: string | null;
          revision?: number;
          segment_ids?: string[];
          texts?: NonNullable<Json>;
          updated_at?: string;
        };
        Update: {
          audience?: Database['public']['Enums']['audience_kind'];
          audience_keys?: never;
          created_at?: string;
          created_by?: string | null;
          expires_at?: string | null;
          id?: string;
          is_pinned?: boolean;
          kind?: Database['public']['Enums']['announcement_kind'];
          label?: string;
          program_id?: string;
          publish_at?: string | null;
          recalled_at?: string | null;
          revision?: number;
          segment_ids?: string[];
          texts?: NonNullable<Json>;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'announcements_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      audit_entries: {
        Row: {
          actor_email: string;
          actor_id: string;
          actor_name: string;
          after: Json | null;
          at: string;
          before: Json | null;
          id: number;
          items: Json | null;
          kind: string;
          label: string;
          object_id: string | null;
          partnership_id: string | null;
          partnership_ids: string[] | null;
          program_id: string;
          rows: number;
          verb: string;
        };
        ComputedFields: never;
        Insert: {
          actor_email: string;
          actor_id: string;
          actor_name: string;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          items?: Json | null;
          kind: string;
          label?: string;
          object_id?: string | null;
          partnership_id?: string | null;
          partnership_ids?: string[] | null;
          program_id: string;
          rows?: number;
          verb: string;
        };
        Update: {
          actor_email?: string;
          actor_id?: string;
          actor_name?: string;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          items?: Json | null;
          kind?: string;
          label?: string;
          object_id?: string | null;
          partnership_id?: string | null;
          partnership_ids?: string[] | null;
          program_id?: string;
          rows?: number;
          verb?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'audit_entries_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'audit_entries_program_id_partnership_id_fkey';
            columns: ['program_id', 'partnership_id'];
            isOneToOne: false;
            referencedRelation: 'partnerships';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      clicks: {
        Row: {
          clicked_at: string;
          country: string | null;
          device: string | null;
          id: string;
          link_id: string;
          origin: string;
          partnership_id: string;
          program_id: string;
          referrer: string | null;
          sub_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          clicked_at?: string;
          country?: string | null;
          device?: string | null;
          id?: string;
          link_id: string;
          origin?: string;
          partnership_id: string;
          program_id: string;
          referrer?: string | null;
          sub_id?: string | null;
        };
        Update: {
          clicked_at?: string;
          country?: string | null;
          device?: string | null;
          id?: string;
          link_id?: string;
          origin?: string;
          partnership_id?: string;
          program_id?: string;
          referrer?: string | null;
          sub_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'clicks_program_id_link_id_fkey';
            columns: ['program_id', 'link_id'];
            isOneToOne: false;
            referencedRelation: 'links';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'clicks_program_id_partnership_id_fkey';
            columns: ['program_id', 'partnership_id'];
            isOneToOne: false;
            referencedRelation: 'partnerships';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      commission_lines: {
        Row: {
          accrual_day: string;
          adjustment_id: string | null;
          amount_minor: number;
          base_minor: number;
          code: string | null;
          conversion_id: string;
          country: string | null;
          created_at: string;
          currency: string;
          final_on: string;
          flat_minor: number | null;
          id: string;
          kind: Database['public']['Enums']['line_kind'];
          link_id: string | null;
          occurred_at: string;
          order_ref: string | null;
          partnership_id: string;
          program_id: string;
          rate_bps: number | null;
          rule_id: string;
          rule_kind: Database['public']['Enums']['rule_kind'];
          rule_version: number;
        };
        ComputedFields: never;
        Insert: {
          accrual_day: string;
          adjustment_id?: string | null;
          amount_minor: number;
          base_minor: number;
          code?: string | null;
          conversion_id: string;
          country?: string | null;
          created_at?: string;
          currency: string;
          final_on: string;
          flat_minor?: number | null;
          id?: string;
          kind: Database['public']['Enums']['line_kind'];
          link_id?: string | null;
          occurred_at: string;
          order_ref?: string | null;
          partnership_id: string;
          program_id: string;
          rate_bps?: number | null;
          rule_id: string;
          rule_kind: Database['public']['Enums']['rule_kind'];
          rule_version: number;
        };
        Update: {
          accrual_day?: string;
          adjustment_id?: string | null;
          amount_minor?: number;
          base_minor?: number;
          code?: string | null;
          conversion_id?: string;
          country?: string | null;
          created_at?: string;
          currency?: string;
          final_on?: string;
          flat_minor?: number | null;
          id?: string;
          kind?: Database['public']['Enums']['line_kind'];
          link_id?: string | null;
          occurred_at?: string;
          order_ref?: string | null;
          partnership_id?: string;
          program_id?: string;
          rate_bps?: number | null;
          rule_id?: string;
          rule_kind?: Database['public']['Enums']['rule_kind'];
          rule_version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'commission_lines_adjustment_id_fkey';
            columns: ['adjustment_id'];
            isOneToOne: true;
            referencedRelation: 'adjustments';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'commission_lines_program_id_conversion_id_fkey';
            columns: ['program_id', 'conversion_id'];
            isOneToOne: false;
            referencedRelation: 'conversions';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'commission_lines_program_id_partnership_id_fkey';
            columns: ['program_id', 'partnership_id'];
            isOneToOne: false;
            referencedRelation: 'partnerships';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'commission_lines_program_id_rule_id_fkey';
            columns: ['program_id', 'rule_id'];
            isOneToOne: false;
            referencedRelation: 'commission_rules';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      commission_rules: {
        Row: {
          created_at: string;
          created_by: string | null;
          effective_from: string;
          flat_minor: number | null;
          id: string;
          kind: Database['public']['Enums']['rule_kind'];
          note: string;
          partner_type: Database['public']['Enums']['partner_type'];
          program_id: string;
          rate_bps: number | null;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by?: string | null;
          effective_from?: string;
          flat_minor?: number | null;
          id?: string;
          kind: Database['public']['Enums']['rule_kind'];
          note?: string;
          partner_type: Database['public']['Enums']['partner_type'];
          program_id: string;
          rate_bps?: number | null;
          version: number;
        };
        Update: {
          created_at?: string;
          created_by?: string | null;
          effective_from?: string;
          flat_minor?: number | null;
          id?: string;
          kind?: Database['public']['Enums']['rule_kind'];
          note?: string;
          partner_type?: Database['public']['Enums']['partner_type'];
          program_id?: string;
          rate_bps?: number | null;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'commission_rules_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      conversion_events: {
        Row: {
          amount_minor: number;
          body_hash: string;
          click_id: string | null;
          country: string | null;
          currency: string;
          customer_key: string | null;
          external_id: string;
          id: string;
          import_id: string | null;
          kind: Database['public']['Enums']['event_kind'];
          line: number | null;
          occurred_at: string;
          order_ref: string | null;
          partner_code: string | null;
          program_id: string;
          promotion_code: string | null;
          reason: string | null;
          received_at: string;
          source: string;
          status: Database['public']['Enums']['event_status'];
        };
        ComputedFields: never;
        Insert: {
          amount_minor: number;
          body_hash: string;
          click_id?: string | null;
          country?: string | null;
          currency: string;
          customer_key?: string | null;
          external_id: string;
          id?: string;
          import_id?: string | null;
          kind: Database['public']['Enums']['event_kind'];
          line?: number | null;
          occurred_at: string;
          order_ref?: string | null;
          partner_code?: string | null;
          program_id: string;
          promotion_code?: string | null;
          reason?: string | null;
          received_at?: string;
          source: string;
          status?: Database['public']['Enums']['event_status'];
        };
        Update: {
          amount_minor?: number;
          body_hash?: string;
          click_id?: string | null;
          country?: string | null;
          currency?: string;
          customer_key?: string | null;
          external_id?: string;
          id?: string;
          import_id?: string | null;
          kind?: Database['public']['Enums']['event_kind'];
          line?: number | null;
          occurred_at?: string;
          order_ref?: string | null;
          partner_code?: string | null;
          program_id?: string;
          promotion_code?: string | null;
          reason?: string | null;
          received_at?: string;
          source?: string;
          status?: Database['public']['Enums']['event_status'];
        };
        Relationships: [
          {
            foreignKeyName: 'conversion_events_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'conversion_events_program_id_import_id_fkey';
            columns: ['program_id', 'import_id'];
            isOneToOne: false;
            referencedRelation: 'imports';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      conversions: {
        Row: {
          accrual_day: string;
          amount_minor: number;
          country: string | null;
          currency: string;
          customer_key: string | null;
          event_id: string;
          id: string;
          is_new_customer: boolean;
          link_id: string | null;
          occurred_at: string;
          order_ref: string;
          partner_code: string | null;
          partnership_id: string | null;
          program_id: string;
          promotion_code: string | null;
          refunded_minor: number;
          reject_reason: string | null;
          reviewed_at: string | null;
          reviewed_by: string | null;
          source: string;
          status: Database['public']['Enums']['conversion_status'];
        };
        ComputedFields: never;
        Insert: {
          accrual_day: string;
          amount_minor: number;
          country?: string | null;
          currency: string;
          customer_key?: string | null;
          event_id: string;
          id?: string;
          is_new_customer?: boolean;
          link_id?: string | null;
          occurred_at: string;
          order_ref: string;
          partner_code?: string | null;
          partnership_id?: string | null;
          program_id: string;
          promotion_code?: string | null;
          refunded_minor?: number;
          reject_reason?: string | null;
          reviewed_at?: string | null;
          reviewed_by?: string | null;
          source: string;
          status?: Database['public']['Enums']['conversion_status'];
        };
        Update: {
          accrual_day?: string;
          amount_minor?: number;
          country?: string | null;
          currency?: string;
          customer_key?: string | null;
          event_id?: string;
          id?: string;
          is_new_customer?: boolean;
          link_id?: string | null;
          occurred_at?: string;
          order_ref?: string;
          partner_code?: string | null;
          partnership_id?: string | null;
          program_id?: string;
          promotion_code?: string | null;
          refunded_minor?: number;
          reject_reason?: string | null;
          reviewed_at?: string | null;
          reviewed_by?: string | null;
          source?: string;
          status?: Database['public']['Enums']['conversion_status'];
        };
        Relationships: [
          {
            foreignKeyName: 'conversions_program_id_event_id_fkey';
            columns: ['program_id', 'event_id'];
            isOneToOne: false;
            referencedRelation: 'conversion_events';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'conversions_program_id_link_id_fkey';
            columns: ['program_id', 'link_id'];
            isOneToOne: false;
            referencedRelation: 'links';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'conversions_program_id_partnership_id_fkey';
            columns: ['program_id', 'partnership_id'];
            isOneToOne: false;
            referencedRelation: 'partnerships';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'conversions_program_id_promotion_code_fkey';
            columns: ['program_id', 'promotion_code'];
            isOneToOne: false;
            referencedRelation: 'promotion_codes';
            referencedColumns: ['program_id', 'code'];
          },
        ];
      };
      creative_files: {
        Row: {
          checked_at: string | null;
          created_at: string;
          created_by: string | null;
          creative_id: string;
          file_name: string;
          height: number | null;
          id: string;
          mime_type: string;
          path: string;
          program_id: string;
          refusal: string | null;
          role: string;
          sha256: string | null;
          size_bytes: number;
          state: Database['public']['Enums']['file_state'];
          width: number | null;
        };
        ComputedFields: never;
        Insert: {
          checked_at?: string | null;
          created_at?: string;
          created_by?: string | null;
          creative_id: string;
          file_name: string;
          height?: number | null;
          id: string;
          mime_type: string;
          path?: never;
          program_id: string;
          refusal?: string | null;
          role: string;
          sha256?: string | null;
          size_bytes: number;
          state?: Database['public']['Enums']['file_state'];
          width?: number | null;
        };
        Update: {
          checked_at?: string | null;
          created_at?: string;
          created_by?: string | null;
          creative_id?: string;
          file_name?: string;
          height?: number | null;
          id?: string;
          mime_type?: string;
          path?: never;
          program_id?: string;
          refusal?: string | null;
          role?: string;
          sha256?: string | null;
          size_bytes?: number;
          state?: Database['public']['Enums']['file_state'];
          width?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: 'creative_files_program_id_creative_id_fkey';
            columns: ['program_id', 'creative_id'];
            isOneToOne: false;
            referencedRelation: 'creatives';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      creatives: {
        Row: {
          audience: Database['public']['Enums']['audience_kind'];
          audience_keys: string[];
          body: string;
          created_at: string;
          created_by: string | null;
          id: string;
          kind: Database['public']['Enums']['creative_kind'];
          language: string | null;
          name: string;
          program_id: string;
          ready_at: string | null;
          replaced_by: string | null;
          replaces: string | null;
          revision: number;
          segment_ids: string[];
          tags: string[];
          updated_at: string;
          url: string | null;
          valid_from: string | null;
          valid_until: string | null;
          withdrawn_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          audience?: Database['public']['Enums']['audience_kind'];
          audience_keys?: never;
          body?: string;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          kind: Database['public']['Enums']['creative_kind'];
          language?: string | null;
          name: string;
          program_id: string;
          ready_at?: string | null;
          replaced_by?: string | null;
          replaces?: string | null;
          revision?: number;
          segment_ids?: string[];
          tags?: string[];
          updated_at?: string;
          url?: string | null;
          valid_from?: string | null;
          valid_until?: string | null;
          withdrawn_at?: string | null;
        };
        Update: {
          audience?: Database['public']['Enums']['audience_kind'];
          audience_keys?: never;
          body?: string;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          kind?: Database['public']['Enums']['creative_kind'];
          language?: string | null;
          name?: string;
          program_id?: string;
          ready_at?: string | null;
          replaced_by?: string | null;
          replaces?: string | null;
          revision?: number;
          segment_ids?: string[];
          tags?: string[];
          updated_at?: string;
          url?: string | null;
          valid_from?: string | null;
          valid_until?: string | null;
          withdrawn_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'creatives_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'creatives_program_id_replaced_by_fkey';
            columns: ['program_id', 'replaced_by'];
            isOneToOne: false;
            referencedRelation: 'creatives';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'creatives_program_id_replaces_fkey';
            columns: ['program_id', 'replaces'];
            isOneToOne: false;
            referencedRelation: 'creatives';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      import_errors: {
        Row: {
          code: string;
          column_name: string | null;
          id: number;
          import_id: string;
          line: number;
          program_id: string;
          value: string | null;
        };
        ComputedFields: never;
        Insert: {
          code: string;
          column_name?: string | null;
          id?: never;
          import_id: string;
          line: number;
          program_id: string;
          value?: string | null;
        };
        Update: {
          code?: string;
          column_name?: string | null;
          id?: never;
          import_id?: string;
          line?: number;
          program_id?: string;
          value?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'import_errors_program_id_import_id_fkey';
            columns: ['program_id', 'import_id'];
            isOneToOne: false;
            referencedRelation: 'imports';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      imports: {
        Row: {
          counts: NonNullable<Json>;
          created_at: string;
          file_bytes: number;
          file_name: string;
          file_sha256: string;
          finished_at: string | null;
          id: string;
          lines_bad: number;
          mapping: NonNullable<Json>;
          next_row: number;
          program_id: string;
          rows_total: number;
          source: string;
          started_by: string | null;
          status: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          counts?: NonNullable<Json>;
          created_at?: string;
          file_bytes: number;
          file_name: string;
          file_sha256: string;
          finished_at?: string | null;
          id?: string;
          lines_bad?: number;
          mapping?: NonNullable<Json>;
          next_row?: number;
          program_id: string;
          rows_total: number;
          source: string;
          started_by?: string | null;
          status?: string;
          updated_at?: string;
        };
        Update: {
          counts?: NonNullable<Json>;
          created_at?: string;
          file_bytes?: number;
          file_name?: string;
          file_sha256?: string;
          finished_at?: string | null;
          id?: string;
          lines_bad?: number;
          mapping?: NonNullable<Json>;
          next_row?: number;
          program_id?: string;
          rows_total?: number;
          source?: string;
          started_by?: string | null;
          status?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'imports_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      invitations: {
        Row: {
          accepted_at: string | null;
          accepted_by: string | null;
          created_at: string;
          created_by: string | null;
          email: string;
          expires_at: string;
          id: string;
          kind: Database['public']['Enums']['invitation_kind'];
          locale: string;
          partner_id: string | null;
          partner_name: string | null;
          partner_role: Database['public']['Enums']['partner_role'] | null;
          partner_type: Database['public']['Enums']['partner_type'] | null;
          program_id: string | null;
          revoked_at: string | null;
          staff_role: Database['public']['Enums']['staff_role'] | null;
          tags: string[];
          tier: string | null;
          token_hash: string;
        };
        ComputedFields: never;
        Insert: {
          accepted_at?: string | null;
          accepted_by?: string | null;
          created_at?: string;
          created_by?: string | null;
          email: string;
          expires_at?: string;
          id?: string;
          kind: Database['public']['Enums']['invitation_kind'];
          locale?: string;
          partner_id?: string | null;
          partner_name?: string | null;
          partner_role?: Database['public']['Enums']['partner_role'] | null;
          partner_type?: Database['public']['Enums']['partner_type'] | null;
          program_id?: string | null;
          revoked_at?: string | null;
          staff_role?: Database['public']['Enums']['staff_role'] | null;
          tags?: string[];
          tier?: string | null;
          token_hash: string;
        };
        Update: {
          accepted_at?: string | null;
          accepted_by?: string | null;
          created_at?: string;
          created_by?: string | null;
          email?: string;
          expires_at?: string;
          id?: string;
          kind?: Database['public']['Enums']['invitation_kind'];
          locale?: string;
          partner_id?: string | null;
          partner_name?: string | null;
          partner_role?: Database['public']['Enums']['partner_role'] | null;
          partner_type?: Database['public']['Enums']['partner_type'] | null;
          program_id?: string | null;
          revoked_at?: string | null;
          staff_role?: Database['public']['Enums']['staff_role'] | null;
          tags?: string[];
          tier?: string | null;
          token_hash?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'invitations_partner_id_fkey';
            columns: ['partner_id'];
            isOneToOne: false;
            referencedRelation: 'partners';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'invitations_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      links: {
        Row: {
          archived_at: string | null;
          code: string;
          created_at: string;
          destination: string;
          id: string;
          is_default: boolean;
          name: string;
          partnership_id: string;
          program_id: string;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          code?: string;
          created_at?: string;
          destination: string;
          id?: string;
          is_default?: boolean;
          name?: string;
          partnership_id: string;
          program_id: string;
        };
        Update: {
          archived_at?: string | null;
          code?: string;
          created_at?: string;
          destination?: string;
          id?: string;
          is_default?: boolean;
          name?: string;
          partnership_id?: string;
          program_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'links_program_id_partnership_id_fkey';
            columns: ['program_id', 'partnership_id'];
            isOneToOne: false;
            referencedRelation: 'partnerships';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      partner_channels: {
        Row: {
          created_at: string;
          id: string;
          kind: string;
          partner_id: string;
          url: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          kind: string;
          partner_id: string;
          url: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          kind?: string;
          partner_id?: string;
          url?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'partner_channels_partner_id_fkey';
            columns: ['partner_id'];
            isOneToOne: false;
            referencedRelation: 'partners';
            referencedColumns: ['id'];
          },
        ];
      };
      partner_members: {
        Row: {
          created_at: string;
          display_name: string;
          email: string;
          id: string;
          partner_id: string;
          removed_at: string | null;
          role: Database['public']['Enums']['partner_role'];
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          display_name?: string;
          email: string;
          id?: string;
          partner_id: string;
          removed_at?: string | null;
          role: Database['public']['Enums']['partner_role'];
          user_id: string;
        };
        Update: {
          created_at?: string;
          display_name?: string;
          email?: string;
          id?: string;
          partner_id?: string;
          removed_at?: string | null;
          role?: Database['public']['Enums']['partner_role'];
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'partner_members_partner_id_fkey';
            columns: ['partner_id'];
            isOneToOne: false;
            referencedRelation: 'partners';
            referencedColumns: ['id'];
          },
        ];
      };
      partners: {
        Row: {
          country: string;
          created_at: string;
          id: string;
          language: string;
          name: string;
          time_zone: string;
          type: Database['public']['Enums']['partner_type'];
        };
        ComputedFields: never;
        Insert: {
          country: string;
          created_at?: string;
          id?: string;
          language?: string;
          name: string;
          time_zone?: string;
          type: Database['public']['Enums']['partner_type'];
        };
        Update: {
          country?: string;
          created_at?: string;
          id?: string;
          language?: string;
          name?: string;
          time_zone?: string;
          type?: Database['public']['Enums']['partner_type'];
        };
        Relationships: [];
      };
      partnership_day_sources: {
        Row: {
          accrued_minor: number;
          clicks: number;
          code: string | null;
          conversions: number;
          country: string | null;
          day: string;
          link_id: string | null;
          partnership_id: string;
          program_id: string;
          revenue_minor: number;
        };
        ComputedFields: never;
        Insert: {
          accrued_minor?: number;
          clicks?: number;
          code?: string | null;
          conversions?: number;
          country?: string | null;
          day: string;
          link_id?: string | null;
          partnership_id: string;
          program_id: string;
          revenue_minor?: number;
        };
        Update: {
          accrued_minor?: number;
          clicks?: number;
          code?: string | null;
          conversions?: number;
          country?: string | null;
          day?: string;
          link_id?: string | null;
          partnership_id?: string;
          program_id?: string;
          revenue_minor?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'partnership_day_sources_link_id_fkey';
            columns: ['link_id'];
            isOneToOne: false;
            referencedRelation: 'links';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'partnership_day_sources_partnership_id_fkey';
            columns: ['partnership_id'];
            isOneToOne: false;
            referencedRelation: 'partnerships';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'partnership_day_sources_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      partnership_days: {
        Row: {
          accrued_minor: number;
          clicks: number;
          conversions: number;
          day: string;
          maturing_minor: number;
          new_customers: number;
          partnership_id: string;
          program_id: string;
          revenue_minor: number;
        };
        ComputedFields: never;
        Insert: {
          accrued_minor?: number;
          clicks?: number;
          conversions?: number;
          day: string;
          maturing_minor?: number;
          new_customers?: number;
          partnership_id: string;
          program_id: string;
          revenue_minor?: number;
        };
        Update: {
          accrued_minor?: number;
          clicks?: number;
          conversions?: number;
          day?: string;
          maturing_minor?: number;
          new_customers?: number;
          partnership_id?: string;
          program_id?: string;
          revenue_minor?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'partnership_days_partnership_id_fkey';
            columns: ['partnership_id'];
            isOneToOne: false;
            referencedRelation: 'partnerships';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'partnership_days_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      partnerships: {
        Row: {
          code: string;
          created_at: string;
          id: string;
          joined_on: string;
          partner_country: string;
          partner_id: string;
          partner_language: string;
          partner_name: string;
          partner_type: Database['public']['Enums']['partner_type'];
          program_id: string;
          status: Database['public']['Enums']['partnership_status'];
          status_reason: string | null;
          status_since: string;
          tags: string[];
          tier: string | null;
        };
        ComputedFields: never;
        Insert: {
          code: string;
          created_at?: string;
          id?: string;
          joined_on?: string;
          partner_country?: string;
          partner_id: string;
          partner_language?: string;
          partner_name?: string;
          partner_type?: Database['public']['Enums']['partner_type'];
          program_id: string;
          status?: Database['public']['Enums']['partnership_status'];
          status_reason?: string | null;
          status_since?: string;
          tags?: string[];
          tier?: string | null;
        };
        Update: {
          code?: string;
          created_at?: string;
          id?: string;
          joined_on?: string;
          partner_country?: string;
          partner_id?: string;
          partner_language?: string;
          partner_name?: string;
          partner_type?: Database['public']['Enums']['partner_type'];
          program_id?: string;
          status?: Database['public']['Enums']['partnership_status'];
          status_reason?: string | null;
          status_since?: string;
          tags?: string[];
          tier?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'partnerships_partner_id_fkey';
            columns: ['partner_id'];
            isOneToOne: false;
            referencedRelation: 'partners';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'partnerships_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      program_days: {
        Row: {
          clicks: number;
          commission_minor: number;
          conversions: number;
          day: string;
          maturing_minor: number;
          new_customers: number;
          partner_type: Database['public']['Enums']['partner_type'] | null;
          program_id: string;
          revenue_minor: number;
        };
        ComputedFields: never;
        Insert: {
          clicks?: number;
          commission_minor?: number;
          conversions?: number;
          day: string;
          maturing_minor?: number;
          new_customers?: number;
          partner_type?: Database['public']['Enums']['partner_type'] | null;
          program_id: string;
          revenue_minor?: number;
        };
        Update: {
          clicks?: number;
          commission_minor?: number;
          conversions?: number;
          day?: string;
          maturing_minor?: number;
          new_customers?: number;
          partner_type?: Database['public']['Enums']['partner_type'] | null;
          program_id?: string;
          revenue_minor?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'program_days_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      program_event_totals: {
        Row: {
          amount_minor: number;
          events: number;
          kind: Database['public']['Enums']['event_kind'];
          program_id: string;
          reason: string | null;
          status: Database['public']['Enums']['event_status'];
        };
        ComputedFields: never;
        Insert: {
          amount_minor?: number;
          events?: number;
          kind: Database['public']['Enums']['event_kind'];
          program_id: string;
          reason?: string | null;
          status: Database['public']['Enums']['event_status'];
        };
        Update: {
          amount_minor?: number;
          events?: number;
          kind?: Database['public']['Enums']['event_kind'];
          program_id?: string;
          reason?: string | null;
          status?: Database['public']['Enums']['event_status'];
        };
        Relationships: [
          {
            foreignKeyName: 'program_event_totals_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      program_months: {
        Row: {
          accrued_minor: number;
          clicks: number;
          conversions: number;
          maturing_minor: number;
          month: string;
          new_customers: number;
          partnership_id: string;
          program_id: string;
          revenue_minor: number;
        };
        ComputedFields: never;
        Insert: {
          accrued_minor?: number;
          clicks?: number;
          conversions?: number;
          maturing_minor?: number;
          month: string;
          new_customers?: number;
          partnership_id: string;
          program_id: string;
          revenue_minor?: number;
        };
        Update: {
          accrued_minor?: number;
          clicks?: number;
          conversions?: number;
          maturing_minor?: number;
          month?: string;
          new_customers?: number;
          partnership_id?: string;
          program_id?: string;
          revenue_minor?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'program_months_partnership_id_fkey';
            columns: ['partnership_id'];
            isOneToOne: false;
            referencedRelation: 'partnerships';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'program_months_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      program_partner_counts: {
        Row: {
          partner_type: Database['public']['Enums']['partner_type'];
          partnerships: number;
          program_id: string;
          status: Database['public']['Enums']['partnership_status'];
        };
        ComputedFields: never;
        Insert: {
          partner_type: Database['public']['Enums']['partner_type'];
          partnerships?: number;
          program_id: string;
          status: Database['public']['Enums']['partnership_status'];
        };
        Update: {
          partner_type?: Database['public']['Enums']['partner_type'];
          partnerships?: number;
          program_id?: string;
          status?: Database['public']['Enums']['partnership_status'];
        };
        Relationships: [
          {
            foreignKeyName: 'program_partner_counts_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      program_staff: {
        Row: {
          created_at: string;
          display_name: string;
          email: string;
          id: string;
          program_id: string;
          removed_at: string | null;
          role: Database['public']['Enums']['staff_role'];
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          display_name?: string;
          email: string;
          id?: string;
          program_id: string;
          removed_at?: string | null;
          role: Database['public']['Enums']['staff_role'];
          user_id: string;
        };
        Update: {
          created_at?: string;
          display_name?: string;
          email?: string;
          id?: string;
          program_id?: string;
          removed_at?: string | null;
          role?: Database['public']['Enums']['staff_role'];
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'program_staff_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      programs: {
        Row: {
          attribution_window_days: number;
          color: string;
          created_at: string;
          currency: string;
          currency_exponent: number;
          default_locale: string;
          hold_days: number;
          id: string;
          locales: string[];
          logo_path: string | null;
          minimum_payout_minor: number;
          name: string;
          revision: number;
          site_url: string;
          slug: string;
          time_zone: string;
        };
        ComputedFields: never;
        Insert: {
          attribution_window_days?: number;
          color?: string;
          created_at?: string;
          currency: string;
          currency_exponent?: number;
          default_locale?: string;
          hold_days?: number;
          id?: string;
          locales?: string[];
          logo_path?: string | null;
          minimum_payout_minor?: number;
          name: string;
          revision?: number;
          site_url?: string;
          slug: string;
          time_zone: string;
        };
        Update: {
          attribution_window_days?: number;
          color?: string;
          created_at?: string;
          currency?: string;
          currency_exponent?: number;
          default_locale?: string;
          hold_days?: number;
          id?: string;
          locales?: string[];
          logo_path?: string | null;
          minimum_payout_minor?: number;
          name?: string;
          revision?: number;
          site_url?: string;
          slug?: string;
          time_zone?: string;
        };
        Relationships: [];
      };
      promotion_codes: {
        Row: {
          code: string;
          created_at: string;
          id: string;
          partnership_id: string;
          program_id: string;
          promotion_id: string;
        };
        ComputedFields: never;
        Insert: {
          code: string;
          created_at?: string;
          id?: string;
          partnership_id: string;
          program_id: string;
          promotion_id: string;
        };
        Update: {
          code?: string;
          created_at?: string;
          id?: string;
          partnership_id?: string;
          program_id?: string;
          promotion_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'promotion_codes_program_id_partnership_id_fkey';
            columns: ['program_id', 'partnership_id'];
            isOneToOne: false;
            referencedRelation: 'partnerships';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'promotion_codes_program_id_promotion_id_fkey';
            columns: ['program_id', 'promotion_id'];
            isOneToOne: false;
            referencedRelation: 'promotions';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      promotion_creatives: {
        Row: {
          created_at: string;
          creative_id: string;
          program_id: string;
          promotion_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          creative_id: string;
          program_id: string;
          promotion_id: string;
        };
        Update: {
          created_at?: string;
          creative_id?: string;
          program_id?: string;
          promotion_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'promotion_creatives_program_id_creative_id_fkey';
            columns: ['program_id', 'creative_id'];
            isOneToOne: false;
            referencedRelation: 'creatives';
            referencedColumns: ['program_id', 'id'];
          },
          {
            foreignKeyName: 'promotion_creatives_program_id_promotion_id_fkey';
            columns: ['program_id', 'promotion_id'];
            isOneToOne: false;
            referencedRelation: 'promotions';
            referencedColumns: ['program_id', 'id'];
          },
        ];
      };
      promotions: {
        Row: {
          audience: Database['public']['Enums']['audience_kind'];
          audience_keys: string[];
          brief: string;
          created_at: string;
          created_by: string | null;
          id: string;
          landing_url: string;
          name: string;
          offer: string;
          prepare_from: string | null;
          program_id: string;
          publish_from: string | null;
          publish_until: string | null;
          revision: number;
          segment_ids: string[];
          terms: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          audience?: Database['public']['Enums']['audience_kind'];
          audience_keys?: never;
          brief?: string;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          landing_url: string;
          name: string;
          offer?: string;
          prepare_from?: string | null;
          program_id: string;
          publish_from?: string | null;
          publish_until?: string | null;
          revision?: number;
          segment_ids?: string[];
          terms?: string;
          updated_at?: string;
        };
        Update: {
          audience?: Database['public']['Enums']['audience_kind'];
          audience_keys?: never;
          brief?: string;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          landing_url?: string;
          name?: string;
          offer?: string;
          prepare_from?: string | null;
          program_id?: string;
          publish_from?: string | null;
          publish_until?: string | null;
          revision?: number;
          segment_ids?: string[];
          terms?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'promotions_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      segments: {
        Row: {
          created_at: string;
          created_by: string | null;
          id: string;
          name: string;
          program_id: string;
          revision: number;
          rule: NonNullable<Json>;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by?: string | null;
          id?: string;
          name: string;
          program_id: string;
          revision?: number;
          rule: NonNullable<Json>;
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          created_by?: string | null;
          id?: string;
          name?: string;
          program_id?: string;
          revision?: number;
          rule?: NonNullable<Json>;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'segments_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      uncounted_visits: {
        Row: {
          day: string;
          kind: string;
          program_id: string;
          visits: number;
        };
        ComputedFields: never;
        Insert: {
          day: string;
          kind: string;
          program_id: string;
          visits?: number;
        };
        Update: {
          day?: string;
          kind?: string;
          program_id?: string;
          visits?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'uncounted_visits_program_id_fkey';
            columns: ['program_id'];
            isOneToOne: false;
            referencedRelation: 'programs';
            referencedColumns: ['id'];
          },
        ];
      };
      user_settings: {
        Row: {
          display_name: string;
          locale: string | null;
          theme: string;
          time_zone: string | null;
          updated_at: string;
          user_id: string;
          week_start: number | null;
        };
        ComputedFields: never;
        Insert: {
          display_name?: string;
          locale?: string | null;
          theme?: string;
          time_zone?: string | null;
          updated_at?: string;
          user_id: string;
          week_start?: number | null;
        };
        Update: {
          display_name?: string;
          locale?: string | null;
          theme?: string;
          time_zone?: string | null;
          updated_at?: string;
          user_id?: string;
          week_start?: number | null;
        };
        Relationships: [];
      };
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      accept_invitation: { Args: { p_display_name?: string; p_partner?: Json; p_token: string }; Returns: Json };
      add_creatives: { Args: { p_creatives: Json; p_program: string }; Returns: Json };
      add_rule: {
        Args: {
          p_flat_minor?: number;
          p_from?: string;
          p_id: string;
          p_kind: string;
          p_note?: string;
          p_partner_type: string;
          p_program: string;
          p_rate_bps?: number;
          p_seen?: number;
        };
        Returns: Json;
      };
      announcement_detail: { Args: { p_id: string; p_program: string }; Returns: Json };
      announcement_list: {
        Args: {
          p_after_at?: string;
          p_after_id?: string;
          p_limit?: number;
          p_program: string;
          p_search?: string;
          p_state?: string;
        };
        Returns: Json;
      };
      announcement_readers: {
        Args: { p_after_at?: string; p_after_id?: string; p_id: string; p_limit?: number; p_program: string };
        Returns: Json;
      };
      apply_import_rows: {
        Args: { p_errors?: Json; p_from_row: number; p_import: string; p_rows: Json };
        Returns: Json;
      };
      audience_size: { Args: { p_audience: string; p_program: string; p_segment_ids?: string[] }; Returns: Json };
      audit_list: { Args: { p_before?: number; p_filter?: Json; p_limit?: number; p_program: string }; Returns: Json };
      begin_zone_change: { Args: { p_program: string; p_zone: string }; Returns: Json };
      brand_events: {
        Args: {
          p_after_id?: string;
          p_after_occurred_at?: string;
          p_from?: string;
          p_kind?: Database['public']['Enums']['event_kind'];
          p_limit?: number;
          p_organic?: boolean;
          p_partnership?: string;
          p_program: string;
          p_reason?: string;
          p_search?: string;
          p_status?: Database['public']['Enums']['event_status'];
          p_to?: string;
        };
        Returns: Json;
      };
      brand_fates: { Args: { p_program: string }; Returns: Json };
      brand_overview: {
        Args: { p_compare_from?: string; p_compare_to?: string; p_from: string; p_program: string; p_to: string };
        Returns: Json;
      };
      cancel_zone_change: { Args: { p_program: string }; Returns: Json };
      change_currency: { Args: { p_currency: string; p_program: string; p_revision: number }; Returns: Json };
      change_partners: {
        Args: { p_act: string; p_after?: string; p_change: Json; p_program: string; p_who: Json };
        Returns: Json;
      };
      claim_mails: { Args: { p_ids: string[]; p_limit?: number }; Returns: Json };
      creative_list: {
        Args: {
          p_after_created_at?: string;
          p_after_id?: string;
          p_kind?: string;
          p_language?: string;
          p_limit?: number;
          p_program: string;
          p_search?: string;
          p_state?: string;
        };
        Returns: Json;
      };
      creative_upload: { Args: { p_file: string }; Returns: Json };
      delete_announcement: { Args: { p_id: string; p_program: string }; Returns: Json };
      delete_promotion: { Args: { p_id: string; p_program: string; p_revision: number }; Returns: Json };
      delete_segment: { Args: { p_id: string; p_program: string; p_revision: number }; Returns: Json };
      event_story: { Args: { p_event: string }; Returns: Json };
      explain_segment: { Args: { p_partnership: string; p_program: string; p_rule: Json }; Returns: Json };
      find_partners: { Args: { p_limit?: number; p_program: string; p_search?: string }; Returns: Json };
      finish_mail: { Args: { p_error?: string; p_id: string }; Returns: Json };
      import_promotion_codes: {
        Args: { p_is_dry_run?: boolean; p_lines: Json; p_program: string; p_promotion: string };
        Returns: Json;
      };
      inbox_news: { Args: { p_after?: string; p_code: string; p_locale?: string; p_program: string }; Returns: Json };
      invitation_list: {
        Args: { p_before?: Json; p_kind?: string; p_limit?: number; p_partner?: string; p_program?: string };
        Returns: Json;
      };
      invite_member: {
        Args: {
          p_email: string;
          p_locale?: string;
          p_partner: string;
          p_role: Database['public']['Enums']['partner_role'];
        };
        Returns: Json;
      };
      invite_partners: {
        Args: { p_is_dry_run?: boolean; p_locale?: string; p_program: string; p_rows: Json };
        Returns: Json;
      };
      invite_staff: {
        Args: {
          p_email: string;
          p_locale?: string;
          p_program: string;
          p_role: Database['public']['Enums']['staff_role'];
        };
        Returns: Json;
      };
      leave_partner: { Args: { p_partner: string }; Returns: Json };
      leave_program: { Args: { p_program: string }; Returns: Json };
      logo_place: { Args: { p_program: string }; Returns: Json };
      make_promotion_codes: {
        Args: {
          p_is_dry_run?: boolean;
          p_partnerships?: string[];
          p_pattern: string;
          p_program: string;
          p_promotion: string;
        };
        Returns: Json;
      };
      mark_all_read: { Args: { p_code: string; p_program: string }; Returns: Json };
      mark_message: { Args: { p_id: string; p_is_read: boolean }; Returns: Json };
      my_context: { Args: { p_code?: string; p_program?: string; p_side?: string }; Returns: Json };
      partner_breakdown: {
        Args: { p_by: string; p_code: string; p_from: string; p_program: string; p_to: string };
        Returns: Json;
      };
      partner_creatives: {
        Args: {
          p_after_at?: string;
          p_after_id?: string;
          p_code: string;
          p_kinds?: string[];
          p_languages?: string[];
          p_limit?: number;
          p_new?: boolean;
          p_program: string;
          p_promotion?: string;
          p_search?: string;
          p_sizes?: string[];
          p_tags?: string[];
        };
        Returns: Json;
      };
      partner_earnings: {
        Args: {
          p_code: string;
          p_compare_from?: string;
          p_compare_to?: string;
          p_from: string;
          p_program: string;
          p_to: string;
        };
        Returns: Json;
      };
      partner_home: { Args: { p_code?: string; p_program?: string }; Returns: Json };
      partner_inbox: {
        Args: {
          p_after_at?: string;
          p_after_id?: string;
          p_code: string;
          p_kind?: string;
          p_limit?: number;
          p_locale?: string;
          p_program: string;
          p_search?: string;
          p_unread?: boolean;
        };
        Returns: Json;
      };
      partner_lines: {
        Args: {
          p_after_id?: string;
          p_after_occurred_at?: string;
          p_code: string;
          p_from: string;
          p_limit?: number;
          p_program: string;
          p_state?: string;
          p_to: string;
        };
        Returns: Json;
      };
      partner_links: { Args: { p_code: string; p_from: string; p_program: string; p_to: string }; Returns: Json };
      partner_list: {
        Args: {
          p_after?: Json;
          p_filter?: Json;
          p_from?: string;
          p_limit?: number;
          p_program: string;
          p_sort?: string;
          p_to?: string;
        };
        Returns: Json;
      };
      partner_message: { Args: { p_code: string; p_id: string; p_locale?: string; p_program: string }; Returns: Json };
      partner_page: { Args: { p_from: string; p_partnership: string; p_program: string; p_to: string }; Returns: Json };
      partner_promotion: { Args: { p_code: string; p_id: string; p_program: string }; Returns: Json };
      partner_promotions: {
        Args: {
          p_after_at?: string;
          p_after_id?: string;
          p_code: string;
          p_limit?: number;
          p_program: string;
          p_state?: string;
        };
        Returns: Json;
      };
      peek_invitation: { Args: { p_token: string }; Returns: Json };
      preview_import_rows: { Args: { p_from_row: number; p_import: string; p_rows: Json }; Returns: Json };
      program_card: { Args: { p_program: string }; Returns: Json };
      program_settings: { Args: { p_program: string }; Returns: Json };
      promotion_code_list: {
        Args: { p_after?: string; p_limit?: number; p_program: string; p_promotion: string; p_search?: string };
        Returns: Json;
      };
      promotion_detail: { Args: { p_id: string; p_program: string }; Returns: Json };
      promotion_list: {
        Args: { p_after_at?: string; p_after_id?: string; p_limit?: number; p_program: string; p_state?: string };
        Returns: Json;
      };
      publish_announcement: {
        Args: { p_at?: string; p_id: string; p_program: string; p_revision: number };
        Returns: Json;
      };
      recall_announcement: { Args: { p_id: string; p_program: string }; Returns: Json };
      record_creative_check: { Args: { p_file: string; p_verdict: Json }; Returns: Json };
      record_visits: { Args: { p_visits: Json }; Returns: Json };
      remove_creatives: { Args: { p_ids: string[]; p_program: string }; Returns: Json };
      resend_invitation: { Args: { p_id: string }; Returns: Json };
      review_conversion: {
        Args: { p_conversion: string; p_reason?: string; p_status: Database['public']['Enums']['conversion_status'] };
        Returns: Json;
      };
      revoke_invitation: { Args: { p_id: string }; Returns: Json };
      save_announcement: {
        Args: {
          p_audience: string;
          p_expires_at?: string;
          p_id: string;
          p_is_pinned?: boolean;
          p_kind: string;
          p_program: string;
          p_revision?: number;
          p_segment_ids?: string[];
          p_texts: Json;
        };
        Returns: Json;
      };
      save_creatives: {
        Args: { p_changes: Json; p_ids: string[]; p_program: string; p_revisions: number[] };
        Returns: Json;
      };
      save_promotion: {
        Args: { p_id: string; p_program: string; p_promotion: Json; p_revision?: number };
        Returns: Json;
      };
      save_segment: {
        Args: { p_id: string; p_name: string; p_program: string; p_revision: number; p_rule: Json };
        Returns: Json;
      };
      save_settings: { Args: { p_program: string; p_revision: number; p_settings: Json }; Returns: Json };
      segment_choices: { Args: { p_program: string }; Returns: Json };
      segment_list: { Args: { p_program: string }; Returns: Json };
      segment_size: { Args: { p_program: string; p_rule: Json }; Returns: Json };
      stale_creative_files: { Args: Record<PropertyKey, never>; Returns: Json };
      start_import: {
        Args: {
          p_file_bytes: number;
          p_file_name: string;
          p_file_sha256: string;
          p_mapping?: Json;
          p_program: string;
          p_rows_total: number;
          p_source: string;
        };
        Returns: Json;
      };
      step_zone_change: { Args: { p_program: string }; Returns: Json };
      stop_import: { Args: { p_import: string }; Returns: Json };
      undo_partners_act: { Args: { p_act: string }; Returns: Json };
      unpublish_announcement: { Args: { p_id: string; p_program: string }; Returns: Json };
      use_logo: { Args: { p_path: string; p_program: string }; Returns: Json };
      visit_creatives: { Args: { p_code: string; p_program: string }; Returns: Json };
      waiting_mails: { Args: Record<PropertyKey, never>; Returns: Json };
    };
    Enums: {
      announcement_kind: 'product' | 'creative' | 'promotion' | 'program' | 'education';
      audience_kind: 'everyone' | 'segments';
      conversion_status: 'pending' | 'approved' | 'rejected';
      creative_kind:
        | 'banner'
        | 'image'
        | 'video'
        | 'logo'
        | 'text_link'
        | 'email_copy'
        | 'social_post'
        | 'html'
        | 'document';
      event_kind: 'sale' | 'lead' | 'install' | 'signup' | 'renewal' | 'refund' | 'chargeback' | 'adjustment';
      event_status: 'received' | 'applied' | 'held' | 'rejected';
      file_state: 'waiting' | 'checked' | 'refused';
      invitation_kind: 'staff' | 'partner_member' | 'partner';
      line_kind: 'commission' | 'reversal' | 'rejection';
      partner_role: 'owner' | 'finance' | 'member' | 'viewer';
      partner_type: 'influencer' | 'publisher' | 'affiliate' | 'b2b' | 'app' | 'charity' | 'ambassador';
      partnership_status: 'invited' | 'applied' | 'active' | 'paused' | 'ended' | 'declined';
      rule_kind: 'percent' | 'flat';
      staff_role: 'owner' | 'manager' | 'finance' | 'viewer';
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema['CompositeTypes']
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {
      announcement_kind: ['product', 'creative', 'promotion', 'program', 'education'],
      audience_kind: ['everyone', 'segments'],
      conversion_status: ['pending', 'approved', 'rejected'],
      creative_kind: ['banner', 'image', 'video', 'logo', 'text_link', 'email_copy', 'social_post', 'html', 'document'],
      event_kind: ['sale', 'lead', 'install', 'signup', 'renewal', 'refund', 'chargeback', 'adjustment'],
      event_status: ['received', 'applied', 'held', 'rejected'],
      file_state: ['waiting', 'checked', 'refused'],
      invitation_kind: ['staff', 'partner_member', 'partner'],
      line_kind: ['commission', 'reversal', 'rejection'],
      partner_role: ['owner', 'finance', 'member', 'viewer'],
      partner_type: ['influencer', 'publisher', 'affiliate', 'b2b', 'app', 'charity', 'ambassador'],
      partnership_status: ['invited', 'applied', 'active', 'paused', 'ended', 'declined'],
      rule_kind: ['percent', 'flat'],
      staff_role: ['owner', 'manager', 'finance', 'viewer'],
    },
  },
} as const;
