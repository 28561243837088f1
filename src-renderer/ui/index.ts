// The public face of ui/: our parts. Features build pages from these and never from the component library directly.

export { Answer, RowsAnswer } from './Answer';
export type { AnswerProps, RowsAnswerProps } from './Answer';
export { AppearanceContext, defaultAppearance, useRowHeight, useTextScale } from './appearance';
export type { Appearance } from './appearance';
export { Banner } from './Banner';
export type { BannerProps } from './Banner';
export { Bidi, Ltr, Phone, useMirrored } from './bidi';
export { Button, DirIcon } from './Button';
export type { ButtonKind, ButtonProps, DirIconProps } from './Button';
export { CardsInput } from './CardsInput';
export type { CardsInputProps, TypedCard } from './CardsInput';
export { ChoiceSelect, Segments, Select, TagsSelect } from './choices';
export type { ChoiceSelectProps, Option, SegmentsProps, SelectProps, TagsSelectProps } from './choices';
export { Checkmark, RadioMark, Switch } from './checks';
export type { CheckProps, RadioMarkProps } from './checks';
export { classes } from './class-names';
export { CivilDateField } from './date-input/CivilDateField';
export type { CivilDateFieldProps } from './date-input/CivilDateField';
export { DueInput, useDueWriting, useReadDue } from './date-input/DueInput';
export type { DueInputProps } from './date-input/DueInput';
export { DateInput } from './date-input/DateInput';
export type { DateInputProps } from './date-input/DateInput';
export { MomentInput, useMomentReading, useMomentWriting } from './date-input/MomentInput';
export type { MomentInputProps } from './date-input/MomentInput';
export { useYearlyWriting, YearlyDayInput } from './date-input/YearlyDayInput';
export type { YearlyDay, YearlyDayInputProps } from './date-input/YearlyDayInput';
export { DatedRow } from './DatedRow';
export type { DatedRowProps } from './DatedRow';
export { failureWords } from './failure-words';
export { PassphraseInput, TextField } from './fields';
export type { FieldProps, PassphraseInputProps, TextFieldProps } from './fields';
export { AddButton, Buttons, Fields, Form, FormFoot, Stack, TakeBack } from './forms';
export type { AddButtonProps, ButtonsProps, FormFootProps, FormProps, StackProps, TakeBackProps } from './forms';
export { IconButton } from './IconButton';
export type { IconButtonProps } from './IconButton';
export { LocaleContext, useFormat, useLocaleSettings } from './format';
export { createFormat } from './format-rules';
export type { DateStyle, Format, LocaleSettings } from './format-rules';
export { createHotkeyRegistry, HotkeyProvider, isTextField, useHotkey, useHotkeyRegistry } from './hotkeys';
export type { Hotkey, HotkeyRegistry } from './hotkeys';
export { Avatar, KhatamLines, KhatamMark } from './Khatam';
export { Aside, Line, Lines, SwitchLine } from './lines';
export type { LineProps, LinesProps, SwitchLineProps } from './lines';
export { addressView, turnedSort } from './list-page/address-view';
export type { AddressView, Sorted } from './list-page/address-view';
export { FilterChips, FilterMenu } from './list-page/FilterMenu';
export type { FilterChipsProps, FilterInForce } from './list-page/FilterMenu';
export { ListGrid } from './list-page/ListGrid';
export type { ListGridProps } from './list-page/ListGrid';
export { ListBar, ListPageFrame } from './list-page/ListPage';
export type { ListBarProps } from './list-page/ListPage';
export { MaskMark } from './MaskMark';
export { Menu, MenuDivider, MenuItem, MenuLabel } from './menu';
export type { MenuItemProps, MenuProps } from './menu';
export type { MessageId } from './message-ids';
export { hrefOf, PlaceLink, placeOf, useNavigation } from './navigation';
export type { ListPage, Navigation, Place, PlaceLinkProps } from './navigation';
export { MoneyInput } from './MoneyInput';
export type { MoneyInputProps } from './MoneyInput';
export { isNamed, NamesFields, noNames } from './NamesFields';
export type { NamesFieldsProps } from './NamesFields';
export { notify, NoticeArea, withdrawUndo } from './notify';
export type { Notice } from './notify';
export { NumberInput } from './NumberInput';
export type { NumberInputProps } from './NumberInput';
export { BareDialog, ConfirmDialog, Dialog, Drawer } from './overlays';
export type { BareDialogProps, ConfirmDialogProps, DialogProps, DrawerProps } from './overlays';
export { PickLine, PickList } from './PickList';
export type { PickLineProps, PickListProps } from './PickList';
export { Pill } from './Pill';
export type { PillProps } from './Pill';
export { BeginHere, Popover } from './popover';
export type { PopoverProps } from './popover';
export { QuantityInput } from './QuantityInput';
export type { QuantityInputProps } from './QuantityInput';
export { RecoveryCodeInput } from './RecoveryCodeInput';
export type { RecoveryCodeInputProps } from './RecoveryCodeInput';
export { CARD_GROUPS, emptyGroups, groupsOf, isComplete } from './recovery-groups';
export { PurposeQuestion } from './PurposeQuestion';
export { EmptyState, ErrorState, LoadingState, Spinner } from './states';
export type { EmptyStateProps, ErrorStateProps, LoadingStateProps } from './states';
export {
  Chip,
  FixedPage,
  hueOfStageName,
  hues,
  Kbd,
  Page,
  PageTitle,
  Panel,
  SectionTitle,
  StageMark,
} from './surfaces';
export type { ChipProps, Hue, PageTitleProps, PanelProps, SectionTitleProps } from './surfaces';
export { SuggestField } from './SuggestField';
export type { SuggestFieldProps, Suggestion } from './SuggestField';
export { Table } from './Table';
export type { TableProps } from './Table';
export { useNow } from './use-now';
export { useVirtualList } from './use-virtual-list';
export { DateText, InstantText, MoneyText, NumberText, PartyName } from './values';
export type { DateTextProps, InstantTextProps, PartyNameProps } from './values';
export { VirtualFeed } from './VirtualFeed';
export type { VirtualFeedProps } from './VirtualFeed';
export { ColumnChooser } from './virtual-grid/ColumnChooser';
export type { ChoosableColumn, ColumnChooserProps } from './virtual-grid/ColumnChooser';
export type { GridColumn, GridSort, VirtualGridProps } from './virtual-grid/grid-types';
export { VirtualGrid } from './virtual-grid/VirtualGrid';
export { InPlace } from './InPlace';
export type { InPlaceProps } from './InPlace';
export { InLanguage } from './InLanguage';
export type { InLanguageProps } from './InLanguage';
export { isolate, useT, Words } from './words';
export type { Translate, WordsProps, WordValues } from './words';
